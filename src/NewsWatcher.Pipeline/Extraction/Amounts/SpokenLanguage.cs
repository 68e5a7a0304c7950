namespace NewsWatcher.Extraction.Amounts;

/// <summary>Which language's words to read amounts with: the stated one, unless there are none for it.</summary>
internal static class SpokenLanguage
{
    private const int Sample = 2000;

    private static readonly string[] Latin = ["en", "de", "fr", "es"];

    private static readonly List<(string Language, PhraseTable<bool> Words)> SmallWords =
        [.. Latin.Select(l => (l, new PhraseTable<bool>(WordList.Of(l, "numbers.txt").Phrases("small words").Select(w => KeyValuePair.Create(w, true)))))];

    public static string Of(string stated, ReadOnlySpan<char> folded) => stated is "en" or "ja" or "ko" or "zh" or "de" or "fr" or "es" ? stated : OfText(folded[..Math.Min(Sample, folded.Length)]);

    private static string OfText(ReadOnlySpan<char> folded)
    {
        var (kana, hangul, han, latin) = (0, 0, 0, 0);
        foreach (var c in folded)
        {
            kana += c is >= '\u3041' and <= '\u30FA' ? 1 : 0;
            hangul += CharKinds.IsHangul(c) ? 1 : 0;
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            latin += CharKinds.IsLatin(c) ? 1 : 0;
        }

        var dense = kana + hangul + han;
        return dense * 3 < latin || dense == 0 ? OfWords(folded) : hangul > kana + han / 2 ? "ko" : kana > 0 ? "ja" : "zh";
    }

    private static string OfWords(ReadOnlySpan<char> folded)
    {
        var (best, most) = ("en", 0);
        foreach (var (language, words) in SmallWords)
        {
            var count = 0;
            for (var i = 0; i < folded.Length; i++)
            {
                if ((i == 0 || !CharKinds.IsLatin(folded[i - 1])) && words.TryAt(folded, i, out _, out _))
                {
                    count++;
                }
            }

            (best, most) = count > most ? (language, count) : (best, most);
        }

        return best;
    }
}
