namespace NewsWatcher.Extraction.Amounts;

/// <summary>A number with the currency beside it, if there is one.</summary>
internal readonly record struct AmountReading(int Start, int End, decimal Value, Money? Money, NumberReading Number)
{
    /// <summary>The scale that its number ends with; 1 for none.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>The upper end of a range, whose lower end is <see cref="Value"/>.</summary>
    public decimal? Upper { get; init; }

    public Qualifier Qualifier { get; init; }

    public string? Per { get; init; }

    public AmountRole Role { get; init; } = AmountRole.Other;

    public bool IsScaled => Scale > 1 || Number.Has(NumberShape.Scaled);
}
