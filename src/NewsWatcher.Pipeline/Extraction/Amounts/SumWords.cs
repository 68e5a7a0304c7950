using System.Collections.Frozen;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>The words of spelled numbers of all languages, by the hashes of their letters: what a word can be is asked of every word of every article.</summary>
internal static class SumWords
{
    public const ulong Nothing = 14695981039346656037UL;

    private const int ShortestCompound = 10;

    private static readonly FrozenSet<ulong> Numbers = Hashes("values", "hundreds", "spelled scales", "halves");

    private static readonly FrozenSet<ulong> Articles = Hashes("articles");

    private static readonly FrozenSet<ulong> ScaledCodes = MoneyWords.ScaledCodes.Select(Hash).ToFrozenSet();

    private static readonly FrozenSet<ulong> ScaledSigns = MoneyWords.ScaledSigns.Select(Hash).ToFrozenSet();

    // What a number in one word may begin with, in languages that write so.
    private static readonly string[] Beginnings = [.. LanguageFiles.Languages.Select(l => WordList.Of(l, "numbers.txt")).Where(w => w.Phrases("style").Contains("compounds", StringComparer.Ordinal))
        .SelectMany(w => w.Phrases("values").Concat(w.Phrases("hundreds")).Concat(w.Phrases("spelled scales")).Concat(w.Phrases("halves")))];

    /// <summary>Words that scale a number: "billion", "bn".</summary>
    public static FrozenSet<ulong> Scales { get; } = Hashes("spelled scales", "scales");

    public static ulong Next(ulong hash, char folded) => unchecked((hash ^ folded) * 1099511628211UL);

    /// <summary>Whether a number can have a word.</summary>
    /// <param name="mayBeArticle">"a billion".</param>
    public static bool IsNumber(ReadOnlySpan<char> word, bool mayBeArticle)
    {
        var folded = Folding.Fold(word.ToString());
        var hash = Hash(folded);
        return Numbers.Contains(hash) || (mayBeArticle && Articles.Contains(hash)) || Array.Exists(Beginnings, b => folded.StartsWith(b, StringComparison.Ordinal));
    }

    /// <summary>"MUSD", "M€".</summary>
    public static bool IsScaledMoney(ulong hash, string text, int end) => ScaledCodes.Contains(hash) || (end < text.Length && text[end] is '$' or '€' or '£' or '＄' or '￡' && ScaledSigns.Contains(hash));

    /// <summary>A number in one word, as German writes it.</summary>
    public static bool IsCompound(ReadOnlySpan<char> word) => word.Length >= ShortestCompound
        && (word.Contains("illion", StringComparison.OrdinalIgnoreCase) || word.Contains("illiard", StringComparison.OrdinalIgnoreCase) || word.Contains("tausend", StringComparison.OrdinalIgnoreCase))
        && !Scales.Contains(Hash(Folding.Fold(word.ToString())));

    private static FrozenSet<ulong> Hashes(params string[] sections) => LanguageFiles.Languages.Append("und").Distinct(StringComparer.Ordinal)
        .Select(l => WordList.Of(l, "numbers.txt")).SelectMany(w => sections.SelectMany(w.Phrases))
        .SelectMany(p => p.Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries)).Select(Hash).ToFrozenSet();

    private static ulong Hash(string word) => word.Aggregate(Nothing, Next);
}
