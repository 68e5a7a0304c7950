using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <param name="Role">Null for a name that is only mentioned.</param>
/// <param name="Parts">Ids of the deal or the parts that its strongest evidence names it for.</param>
/// <param name="Claims">The best evidence first; never empty.</param>
public sealed record LedgerParty(string Name, PartyRole? Role, PartyStrength Strength, bool IsLead, IReadOnlyList<string> Parts, IReadOnlyList<SourcedClaim> Claims);
