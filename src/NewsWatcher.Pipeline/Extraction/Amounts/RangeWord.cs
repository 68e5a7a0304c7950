namespace NewsWatcher.Extraction.Amounts;

/// <summary>What stands between the two ends of a range, and how surely it makes one.</summary>
internal enum RangeWord : byte
{
    Dash,

    /// <summary>"to": a range, or the two ends of a change.</summary>
    To,

    /// <summary>"and": a range only after "between".</summary>
    And,

    /// <summary>"between", before the first end.</summary>
    Between,

    /// <summary>"from", before the first end.</summary>
    From,
}
