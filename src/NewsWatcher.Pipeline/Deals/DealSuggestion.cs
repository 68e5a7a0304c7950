using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>A deal that nobody follows yet, as those who report it tell it.</summary>
/// <param name="Developments">The stories it is made of, the earliest first; never empty.</param>
/// <param name="Parties">Those that somebody gives a role, the most often named first; never empty.</param>
/// <param name="Projects">Named sites and works, the most often named first.</param>
/// <param name="Total">The figure that most origins state, of equals the largest.</param>
/// <param name="Items">In the order of the news.</param>
/// <param name="Outlets">Owner families that report it.</param>
/// <param name="Origins">Reporting units behind them, copies and citations taken together; unclassified outlets included.</param>
public sealed record DealSuggestion(
    IReadOnlyList<long> Developments, string Name, IReadOnlyList<FollowedParty> Parties, IReadOnlyList<string> Projects, SourcedClaim Total, IReadOnlyList<ReportedItem> Items, int Outlets, int Origins)
{
    public Amount Amount => (Amount)Total.Claim.Fact;

    /// <summary>As a followed deal has it.</summary>
    public StatedTotal StatedTotal => new(Amount.Best, Amount.Currency ?? "", Amount.Value is null ? Qualifier.UpTo : Amount.Qualifier);
}
