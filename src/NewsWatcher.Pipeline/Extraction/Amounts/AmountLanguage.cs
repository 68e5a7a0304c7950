using System.Collections.Concurrent;
using System.Globalization;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>The compiled words of one language, with those of English and of no language behind them.</summary>
internal sealed class AmountLanguage
{
    private static readonly ConcurrentDictionary<string, AmountLanguage> Made = new(StringComparer.Ordinal);

    private AmountLanguage(string name)
    {
        var numbers = Lists("numbers.txt", name);
        var style = numbers[^1].Phrases("style").ToHashSet(StringComparer.Ordinal);
        CentCurrency = numbers[^1].Entries("style").FirstOrDefault(e => e.Key == "cents").Phrase?.ToUpperInvariant();
        IsDense = name is "ja" or "ko" or "zh";
        Style = new(style.Contains("decimal comma"), style.Contains("space groups"));
        SaysBareHundred = style.Contains("bare hundred");
        SaysUnitsFirst = style.Contains("units first");
        Money = MoneyWords.Compile(name);
        Spelled = new(SpelledWords(numbers[^1]), insideWords: style.Contains("compounds"));
        Scales = Table(numbers, "scales", Number);
        Connectors = Table(numbers, "connectors", _ => true);
        Continuers = Table(numbers, "continuers", _ => true);
        Vague = Table(numbers, "vague", _ => true);
        Ranges = Table(numbers, "ranges", Enum.Parse<RangeWord>);
        Changes = Table(numbers, "changes", _ => true);
        ChangesAfter = Table(numbers, "changes after", _ => true);
        var qualifiers = Lists("qualifiers.txt", name);
        Before = Table(qualifiers, "before", Enum.Parse<Qualifier>);
        After = Table(qualifiers, "after", Enum.Parse<Qualifier>);
        Programmes = Table(qualifiers, "programmes", _ => true);
        DoubtfulBefore = Table(qualifiers, "doubtful before", _ => true);
        Fillers = Table(qualifiers, "fillers", _ => true);
        var traps = Lists("traps.txt", name);
        Followers = Table(traps, "followers", k => k);
        Supports = Table(traps, "supports", k => k);
        Weights = Table(traps, "weights", k => k);
        var roles = Lists("roles.txt", name);
        PerAfter = Table(roles, "per after", k => k);
        PerBefore = Table(roles, "per before", k => k);
        Cues = Table(roles, "cues", Enum.Parse<AmountRole>);
        Tranches = Table(roles, "tranches", k => (int)Number(k));
        Orders = Table(roles, "orders", k => k);
    }

    /// <summary>Whose cents are meant where the text names no other money; null for nobody's.</summary>
    public string? CentCurrency { get; }

    /// <summary>A script in which a character says as much as several Latin letters.</summary>
    public bool IsDense { get; }

    public NumberStyle Style { get; }

    public bool SaysUnitsFirst { get; }

    /// <summary>Whether "hundred" and "thousand" need no "one" before them.</summary>
    public bool SaysBareHundred { get; }

    public PhraseTable<Money> Money { get; }

    public PhraseTable<NumberWord> Spelled { get; }

    public PhraseTable<decimal> Scales { get; }

    /// <summary>Between a number and its currency: "millions de dollars".</summary>
    public PhraseTable<bool> Connectors { get; }

    /// <summary>Between dollars and cents: "and".</summary>
    public PhraseTable<bool> Continuers { get; }

    /// <summary>Before a unit, they make the sum vague: 数, "수".</summary>
    public PhraseTable<bool> Vague { get; }

    public PhraseTable<RangeWord> Ranges { get; }

    /// <summary>Words of change: after them "A to B" is two amounts.</summary>
    public PhraseTable<bool> Changes { get; }

    /// <summary>The same, behind the second amount: から…に増えた.</summary>
    public PhraseTable<bool> ChangesAfter { get; }

    public PhraseTable<Qualifier> Before { get; }

    public PhraseTable<Qualifier> After { get; }

    /// <summary>What an amount describes when it stands like an adjective: "framework".</summary>
    public PhraseTable<bool> Programmes { get; }

    /// <summary>Prepositions that qualify no amount that describes a programme.</summary>
    public PhraseTable<bool> DoubtfulBefore { get; }

    /// <summary>Between a qualifier and its amount: "a", "total".</summary>
    public PhraseTable<bool> Fillers { get; }

    /// <summary>What, right behind, shows that a word is no money, by the word's family: 元素, 円形.</summary>
    public PhraseTable<string> Followers { get; }

    /// <summary>What, right behind, makes a doubtful word money: "pound fine".</summary>
    public PhraseTable<string> Supports { get; }

    /// <summary>Words of weight nearby: "weighs".</summary>
    public PhraseTable<string> Weights { get; }

    public PhraseTable<string> PerAfter { get; }

    public PhraseTable<string> PerBefore { get; }

    public PhraseTable<AmountRole> Cues { get; }

    /// <summary>Words for a phase, with its ordinal, or for a stake or loan, with 0.</summary>
    public PhraseTable<int> Tranches { get; }

    /// <summary>How several names and sums of a sentence belong together: "respectively", "together".</summary>
    public PhraseTable<string> Orders { get; }

    public static AmountLanguage Of(string name) => Made.GetOrAdd(name, static n => new(n));

    /// <summary>The lists to compile, those that win last.</summary>
    public static List<WordList> Lists(string file, string name) =>
        [.. new[] { "und", "en", name }.Distinct(StringComparer.Ordinal).Select(l => WordList.Of(l, file))];

    private static PhraseTable<T> Table<T>(List<WordList> lists, string section, Func<string, T> value) =>
        new(lists.SelectMany(l => l.Entries(section)).Select(e => KeyValuePair.Create(e.Phrase, value(e.Key))));

    private static IEnumerable<KeyValuePair<string, NumberWord>> SpelledWords(WordList list) =>
        new[] { ("values", NumberWordKind.Value), ("hundreds", NumberWordKind.Hundred), ("spelled scales", NumberWordKind.Scale), ("halves", NumberWordKind.Half), ("joins", NumberWordKind.Join), ("articles", NumberWordKind.Article) }
            .SelectMany(s => list.Entries(s.Item1).Select(e => KeyValuePair.Create(e.Phrase, new NumberWord(s.Item2, e.Key.Length == 0 ? 0 : Number(e.Key)))));

    private static decimal Number(string key) => decimal.Parse(key, NumberStyles.Float, CultureInfo.InvariantCulture);
}
