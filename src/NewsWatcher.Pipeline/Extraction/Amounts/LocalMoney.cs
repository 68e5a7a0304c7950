namespace NewsWatcher.Extraction.Amounts;

/// <summary>Whose money a word means that several countries use ("pesos", "crowns", "P64 billion"): that of the country named last before it, else first behind it.</summary>
/// <param name="text">The text of the amounts.</param>
/// <param name="around">More of the same article, asked where the text itself names no such country.</param>
internal ref struct LocalMoney(AmountText text, string around)
{
    /// <summary>A country further off than so many others says nothing.</summary>
    private const int MaxMentions = 32;

    private static readonly Dictionary<(string Family, string Nation), string> Codes = WordList.Of("und", "currencies.txt").Entries("families")
        .Select(f => (Family: f.Key, Words: f.Phrase.Split(' ')))
        .Where(f => f.Words.Length == 2)
        .DistinctBy(f => (f.Family, f.Words[0]))
        .ToDictionary(f => (f.Family, f.Words[0]), f => f.Words[1].ToUpperInvariant());

    private readonly AmountText _text = text;
    private List<(int Start, string Nation)>? _here;
    private List<(int Start, string Nation)>? _around;

    /// <summary>Characters looked at in search of countries: each text once.</summary>
    public int Steps { get; private set; }

    /// <summary>The amount with the code of its money, where a country tells it; null where only a country would make it money.</summary>
    public AmountReading? Resolve(AmountReading amount)
    {
        if (amount.Money is not { Code: null } money)
        {
            return amount;
        }

        var code = Nearest(_here ??= Mentions(_text.Folded), amount.Start, money.Family)
            ?? (around.Length == 0 ? null : Nearest(_around ??= Mentions(Folding.Fold(around)), 0, money.Family));
        return code is not null ? amount with { Money = money with { Code = code } } : money.Form == MoneyForm.LocalPrefix ? null : amount;
    }

    private static string? Nearest(List<(int Start, string Nation)> mentions, int at, string family)
    {
        var next = mentions.BinarySearch((at, ""), Comparer<(int Start, string Nation)>.Create(static (a, b) => a.Start.CompareTo(b.Start)));
        next = next < 0 ? ~next : next;
        for (var i = next - 1; i >= Math.Max(0, next - MaxMentions); i--)
        {
            if (Codes.TryGetValue((family, mentions[i].Nation), out var code))
            {
                return code;
            }
        }

        for (var i = next; i < Math.Min(mentions.Count, next + MaxMentions); i++)
        {
            if (Codes.TryGetValue((family, mentions[i].Nation), out var code))
            {
                return code;
            }
        }

        return null;
    }

    private List<(int Start, string Nation)> Mentions(ReadOnlySpan<char> folded)
    {
        var found = new List<(int Start, string Nation)>();
        var nations = _text.Language.Nations;
        Steps += folded.Length;
        for (var i = nations.Seek(folded, 0, folded.Length); i < folded.Length; i = nations.Seek(folded, i + 1, folded.Length))
        {
            if (nations.TryAt(folded, i, out var end, out var nation))
            {
                found.Add((i, nation));
                i = end - 1;
            }
        }

        return found;
    }
}
