namespace NewsWatcher.Extraction.Amounts;

internal enum CharKind : byte
{
    Other,
    Digit,
    Latin,
    HanNumeral,
    HangulNumeral,
}
