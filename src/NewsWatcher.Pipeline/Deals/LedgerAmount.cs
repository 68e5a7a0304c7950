using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>One figure of a part: equal statements of any number of items, with the best sentence for it first.</summary>
public sealed record LedgerAmount
{
    public required AmountRole Role { get; init; }

    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Currency { get; init; }

    public required Qualifier Qualifier { get; init; }

    /// <summary>The newest report of it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>No independent origin ever stated it: true of every lead, and of a lead that was superseded.</summary>
    public bool IsLead { get; init; }

    /// <summary>Independent origins that state it.</summary>
    public int Origins { get; init; }

    /// <summary>Items that state it.</summary>
    public int Items { get; init; }

    /// <summary>Why it has its status, where that is not plain: "machine-written page", "likely a slip of 550".</summary>
    public string? Note { get; init; }

    /// <summary>Every claim behind it, the best evidence first; never empty.</summary>
    public required IReadOnlyList<SourcedClaim> Claims { get; init; }
}
