namespace NewsWatcher.Extraction.Amounts;

/// <summary>A numeral of one character: a digit, a small unit (十), a myriad unit (万) or a decimal point.</summary>
internal readonly record struct DenseNumeral(DenseKind Kind, decimal Value);

internal enum DenseKind : byte
{
    Digit,
    Unit,
    Myriad,
    Point,
}
