namespace NewsWatcher.Extraction.Amounts;

/// <summary>A number in a text. <see cref="End"/> is where reading goes on even if the number is no good.</summary>
/// <param name="Scale">The scale that the number ends with, which the lower end of a range may leave out: 10^8 in 500億.</param>
internal readonly record struct NumberReading(int Start, int End, decimal Value, NumberShape Shape, decimal Scale = 1)
{
    public bool IsGood => (Shape & NumberShape.Invalid) == NumberShape.None;

    public bool Has(NumberShape shape) => (Shape & shape) != NumberShape.None;
}

[Flags]
internal enum NumberShape : byte
{
    None = 0,
    Invalid = 1,
    Grouped = 2,
    Decimals = 4,

    /// <summary>A scale stands in or after it: "5 million", 5億.</summary>
    Scaled = 8,
    Spelled = 16,

    /// <summary>In characters of Han or Hangul, or mixed with them.</summary>
    Dense = 32,

    /// <summary>Only an article: "a dollar".</summary>
    Article = 64,

    /// <summary>And more than that: 20多亿.</summary>
    Surplus = 128,
}
