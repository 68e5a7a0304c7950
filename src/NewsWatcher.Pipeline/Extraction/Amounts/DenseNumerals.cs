using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>The numerals of Han and Hangul, from the languages' files.</summary>
internal static class DenseNumerals
{
    private static readonly FrozenDictionary<char, DenseNumeral> All = Load();

    private static readonly FrozenSet<char> Surpluses = LanguageFiles.Languages
        .SelectMany(l => WordList.Of(l, "numbers.txt").Phrases("dense more")).Select(p => p[0]).ToFrozenSet();

    /// <summary>Every numeral, to be looked for.</summary>
    public static SearchValues<char> Characters { get; } = SearchValues.Create([.. All.Keys]);

    public static bool Has(char folded) => All.ContainsKey(folded);

    public static bool TryGet(char folded, out DenseNumeral numeral) => All.TryGetValue(folded, out numeral);

    /// <summary>Within or right behind a number it says "and more": 20多亿, 1500억여.</summary>
    public static bool IsSurplus(char folded) => Surpluses.Contains(folded);

    private static FrozenDictionary<char, DenseNumeral> Load()
    {
        var all = new Dictionary<char, DenseNumeral>();
        foreach (var list in LanguageFiles.Languages.Select(l => WordList.Of(l, "numbers.txt")))
        {
            foreach (var (section, kind) in Sections)
            {
                foreach (var (key, phrase) in list.Entries(section))
                {
                    all[phrase[0]] = new(kind, decimal.Parse(key, NumberStyles.Float, CultureInfo.InvariantCulture));
                }
            }
        }

        return all.ToFrozenDictionary();
    }

    private static IEnumerable<(string Section, DenseKind Kind)> Sections =>
        [("dense digits", DenseKind.Digit), ("dense units", DenseKind.Unit), ("dense myriads", DenseKind.Myriad), ("dense points", DenseKind.Point)];
}
