using System.Collections.Concurrent;
using System.Globalization;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>The compiled words of one language, with those of English and of no language behind them.</summary>
internal sealed class AmountLanguage
{
    private static readonly ConcurrentDictionary<string, AmountLanguage> Made = new(StringComparer.Ordinal);

    private AmountLanguage(string name)
    {
        var numbers = WordList.Of(name, "numbers.txt");
        var style = numbers.Phrases("style").ToHashSet(StringComparer.Ordinal);
        IsDense = Passage.IsDenseLanguage(name);
        Style = new(style.Contains("decimal comma"), style.Contains("space groups"));
        SaysBareHundred = style.Contains("bare hundred");
        SaysUnitsFirst = style.Contains("units first");
        CentCurrency = numbers.Entries("style").FirstOrDefault(e => e.Key == "cents").Phrase?.ToUpperInvariant();
        Spelled = new(SpelledWords(numbers), insideWords: style.Contains("compounds"));
        Money = MoneyWords.Compile(name);
        Nations = Table(name, "currencies.txt", "nations", k => k);
        Scales = Numbers(name, "scales", Number);
        Ranges = Numbers(name, "ranges", Enum.Parse<RangeWord>);
        Connectors = Numbers(name, "connectors", _ => true);
        Continuers = Numbers(name, "continuers", _ => true);
        Vague = Numbers(name, "vague", _ => true);
        Changes = Numbers(name, "changes", _ => true);
        ChangesAfter = Numbers(name, "changes after", _ => true);
        Qualifiers = new(name);
        Traps = new(name);
        Roles = new(name);
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

    /// <summary>"P64 billion", in the Philippines: read where nothing else names the money.</summary>
    public PhraseTable<Money> LocalMoney { get; } = MoneyWords.CompileLocal();

    /// <summary>Countries and what is of them: whose pesos are meant.</summary>
    public PhraseTable<string> Nations { get; }

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

    public QualifierWords Qualifiers { get; }

    public TrapWords Traps { get; }

    public RoleWords Roles { get; }

    public static AmountLanguage Of(string name) => Made.GetOrAdd(name, static n => new(n));

    /// <summary>The lists to compile, those that win last.</summary>
    public static List<WordList> Lists(string file, string name) =>
        [.. new[] { "und", "en", name }.Distinct(StringComparer.Ordinal).Select(l => WordList.Of(l, file))];

    public static PhraseTable<T> Table<T>(string name, string file, string section, Func<string, T> value) =>
        new(Lists(file, name).SelectMany(l => l.Entries(section)).Select(e => KeyValuePair.Create(e.Phrase, value(e.Key))));

    private static PhraseTable<T> Numbers<T>(string name, string section, Func<string, T> value) => Table(name, "numbers.txt", section, value);

    private static IEnumerable<KeyValuePair<string, NumberWord>> SpelledWords(WordList list) =>
        new[] { ("values", NumberWordKind.Value), ("hundreds", NumberWordKind.Hundred), ("spelled scales", NumberWordKind.Scale), ("halves", NumberWordKind.Half), ("joins", NumberWordKind.Join), ("articles", NumberWordKind.Article) }
            .SelectMany(s => list.Entries(s.Item1).Select(e => KeyValuePair.Create(e.Phrase, new NumberWord(s.Item2, e.Key.Length == 0 ? 0 : Number(e.Key)))));

    public static decimal Number(string key) => decimal.Parse(key, NumberStyles.Float, CultureInfo.InvariantCulture);
}
