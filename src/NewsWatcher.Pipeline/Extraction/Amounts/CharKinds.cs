namespace NewsWatcher.Extraction.Amounts;

/// <summary>Says what a folded character can begin, and of which script it is.</summary>
internal static class CharKinds
{
    private const int All = char.MaxValue + 1;

    private static readonly CharKind[] Kinds = BuildKinds();

    public static CharKind Of(char folded) => Kinds[folded];

    public static bool IsDigit(char folded) => folded is >= '0' and <= '9';

    public static bool IsLatin(char folded) => Kinds[folded] == CharKind.Latin;

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF';

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FC';

    /// <summary>Han, kana or hangul: scripts that put no space between a number and its unit.</summary>
    public static bool IsDense(char c) => c is >= '\u3041' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' || IsHangul(c);

    private static CharKind[] BuildKinds()
    {
        var kinds = new CharKind[All];
        for (var i = 0; i < All; i++)
        {
            var c = (char)i;
            kinds[i] = IsDigit(c) || c is '½' or '¼' or '¾' ? CharKind.Digit
                : c < '\u0250' && char.IsLetter(c) ? CharKind.Latin
                : DenseNumerals.Has(c) ? IsHangul(c) ? CharKind.HangulNumeral : CharKind.HanNumeral
                : CharKind.Other;
        }

        return kinds;
    }
}
