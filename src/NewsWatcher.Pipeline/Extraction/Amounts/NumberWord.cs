namespace NewsWatcher.Extraction.Amounts;

/// <summary>A word of a spelled number.</summary>
internal readonly record struct NumberWord(NumberWordKind Kind, decimal Value);

internal enum NumberWordKind : byte
{
    Value,
    Hundred,
    Scale,
    Half,
    Join,
    Article,
}
