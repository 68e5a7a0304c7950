using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

public sealed record LedgerPart
{
    /// <summary>The full path: "japan-us-550b/phase-1".</summary>
    public required string Id { get; init; }

    public required DealKind Kind { get; init; }

    public required string Name { get; init; }

    public Stage? Stage { get; init; }

    /// <summary>The current ones first, then leads, superseded and rejected ones, each newest first.</summary>
    public IReadOnlyList<LedgerAmount> Amounts { get; init; } = [];

    public IReadOnlyList<LedgerPart> Parts { get; init; } = [];

    /// <summary>The current figure less those of the parts, where all are in one currency; null where that cannot be said.</summary>
    public decimal? Remainder { get; init; }

    /// <summary>The figure that counts now; null where only leads or nothing is known.</summary>
    public LedgerAmount? Current => Amounts.FirstOrDefault(a => a.Status == ClaimStatus.Current);

    public IEnumerable<LedgerPart> WithDescendants() => Parts.SelectMany(p => p.WithDescendants()).Prepend(this);
}
