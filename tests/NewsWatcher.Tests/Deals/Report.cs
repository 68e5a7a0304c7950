using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Deals;

/// <summary>Items with facts made by hand, in as few words as a test needs.</summary>
internal static class Report
{
    public static ReportedItem Of(long id, string day, string outlet, params Fact[] facts) => Of(id, day, new Outlet { Id = outlet, Name = outlet, Family = outlet, Tier = OutletTier.Major }, facts);

    public static ReportedItem Of(long id, string day, Outlet outlet, params Fact[] facts)
    {
        var at = At(day);
        var keys = ClaimKey.For(id, facts);
        return new ReportedItem
        {
            Id = id, Url = $"https://{outlet.Id}.example/{id}", Title = $"Report {id}", Text = "", Outlet = outlet, ReportedAt = at,
            Claims = [.. facts.Select((f, i) => new Claim { Key = keys[i], ItemId = id, Fact = f, ReportedAt = at, RecordedAt = at.AddHours(1) })],
        };
    }

    /// <summary>The item as if it had been taken in as the n-th.</summary>
    public static ReportedItem Renumbered(ReportedItem item, long id)
    {
        var keys = ClaimKey.For(id, item.Claims.Select(c => c.Fact));
        return item with { Id = id, Claims = [.. item.Claims.Select((c, i) => c with { Key = keys[i], ItemId = id })] };
    }

    public static DateTimeOffset At(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(6, 0), TimeSpan.Zero);

    /// <param name="printed">The digits as printed; their number is the precision.</param>
    public static Amount Money(
        string printed, string? part, AmountRole role = AmountRole.Headline, Qualifier qualifier = Qualifier.Exact, string currency = "USD", string? per = null, string sentence = "", string scale = "billion")
    {
        var factor = scale switch { "trillion" => 1_000_000_000_000m, "billion" => 1_000_000_000m, "million" => 1_000_000m, _ => 1m };
        var value = decimal.Parse(printed, System.Globalization.CultureInfo.InvariantCulture) * factor;
        var text = $"{printed} {scale} {currency}";
        return new Amount(text, value, null, null, currency, qualifier, role, per, part, Evidence(sentence.Length > 0 ? sentence : $"It is {text}."));
    }

    public static StageReading Reached(Stage stage, string? part = null, SourceGrade grade = SourceGrade.NamedOfficial, bool hedged = false, bool isNews = true) =>
        new(stage, grade, hedged, isNews, part, Evidence($"The stage is {stage}."));

    public static MilestoneReading Milestone(string name, string? id, PartialDate date, MilestoneOutcome outcome = MilestoneOutcome.Scheduled) =>
        new(name, id, date, outcome, null, Evidence($"The {name} is on {date}."));

    public static PartyMention Party(string name, PartyStrength strength = PartyStrength.Mentioned, PartyRole? role = null, string? part = null) =>
        new(name, name, role, strength, part, Evidence($"It names {name}."));

    public static IReadOnlyDictionary<long, Origin> Origins(IReadOnlyList<ReportedItem> items) => OriginTracer.Trace(items, new OutletCatalog([]));

    public static DealLedger Fold(FollowedDeal deal, IReadOnlyList<ReportedItem> items, string asOf = "2026-12-31", params Decision[] decisions) =>
        LedgerFold.Fold(deal, items, Origins(items), decisions, At(asOf), null);

    private static Evidence Evidence(string sentence) => new(InTitle: false, 0, sentence.Length, sentence, "test");
}
