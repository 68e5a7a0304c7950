namespace NewsWatcher.Deals;

/// <summary>A claim with the item that makes it.</summary>
public sealed record SourcedClaim(Claim Claim, ReportedItem Item);
