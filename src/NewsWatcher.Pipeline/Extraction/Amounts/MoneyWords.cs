using System.Globalization;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Compiles the names of money that a language can print: codes, signs, nouns, and nouns with the adjective of a country.</summary>
internal static class MoneyWords
{
    private static readonly HashSet<string> ScaledNames = new(["usd", "eur", "gbp", "sek", "nok", "dkk", "chf", "€", "$", "£", "cad", "aud", "inr"], StringComparer.Ordinal);

    private static readonly (string Letter, decimal Factor)[] Letters = [("m", 1e6m), ("k", 1e3m), ("t", 1e3m), ("md", 1e9m), ("mrd", 1e9m), ("mio", 1e6m), ("bn", 1e9m), ("mn", 1e6m)];

    /// <summary>Names of money that scale a number: "musd".</summary>
    public static IEnumerable<string> ScaledCodes => Letters.SelectMany(l => ScaledNames.Where(n => char.IsAsciiLetter(n[0])).Select(n => l.Letter + n));

    /// <summary>What makes a sign of money scale a number: the letter of "m€".</summary>
    public static IEnumerable<string> ScaledSigns => Letters.Select(l => l.Letter);

    public static PhraseTable<Money> Compile(string name)
    {
        var all = new List<KeyValuePair<string, Money>>();
        var shared = WordList.Of("und", "currencies.txt");
        var families = shared.Entries("families").ToLookup(f => f.Key, f => f.Phrase, StringComparer.Ordinal);
        all.AddRange(Codes(shared));
        foreach (var list in AmountLanguage.Lists("currencies.txt", name))
        {
            var nations = list.Entries("nations").Select(n => (Nation: n.Key, Adjective: n.Phrase)).ToList();
            foreach (var (section, form) in Nouns)
            {
                foreach (var (family, noun) in list.Entries(section))
                {
                    all.AddRange(Noun(family, noun, form, families, nations));
                }
            }

            foreach (var (section, form) in Others)
            {
                all.AddRange(list.Entries(section).Select(s => KeyValuePair.Create(s.Phrase, Of(s.Key, families, form))));
            }
        }

        return new(all.Concat(Multiples(all)).Concat(all));
    }

    /// <summary>Letters that stand for money only where the text names its country.</summary>
    public static PhraseTable<Money> CompileLocal() =>
        new(WordList.Of("und", "currencies.txt").Entries("local prefixes").Select(p => KeyValuePair.Create(p.Phrase, new Money(null, p.Key, 1, MoneyForm.LocalPrefix))));

    private static IEnumerable<(string Section, MoneyForm Form)> Nouns =>
        [("nouns", MoneyForm.Noun), ("leading nouns", MoneyForm.LeadingNoun), ("doubtful nouns", MoneyForm.DoubtfulNoun)];

    private static IEnumerable<(string Section, MoneyForm Form)> Others =>
        [("signs", MoneyForm.Sign), ("prefixes", MoneyForm.Prefix), ("capital prefixes", MoneyForm.CapitalPrefix), ("subunits", MoneyForm.Subunit), ("trailing subunits", MoneyForm.TrailingSubunit)];

    private static IEnumerable<KeyValuePair<string, Money>> Codes(WordList shared)
    {
        foreach (var (section, form) in new[] { ("codes", MoneyForm.Code), ("weak codes", MoneyForm.WeakCode) })
        {
            foreach (var (_, line) in shared.Entries(section))
            {
                foreach (var code in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var upper = code.ToUpperInvariant();
                    yield return KeyValuePair.Create(code, new Money(upper, upper, 1, form));
                }
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, Money>> Noun(
        string family, string noun, MoneyForm form, ILookup<string, string> families, List<(string Nation, string Adjective)> nations)
    {
        yield return KeyValuePair.Create(noun, Of(family, families, form));
        var codes = families[family].Select(f => f.Split(' ')).Where(f => f.Length == 2).ToDictionary(f => f[0], f => f[1].ToUpperInvariant(), StringComparer.Ordinal);
        foreach (var (nation, adjective) in nations)
        {
            if (codes.TryGetValue(nation, out var code))
            {
                var money = new Money(code, family, 1, form == MoneyForm.LeadingNoun ? form : MoneyForm.Noun);
                yield return KeyValuePair.Create($"{adjective} {noun}", money);
                yield return KeyValuePair.Create($"{adjective}{noun}", money);
                yield return KeyValuePair.Create($"{noun} {adjective}", money);
            }
        }
    }

    /// <param name="key">"family", "CODE" or either with a factor: "family/100", "USD*1000000".</param>
    private static Money Of(string key, ILookup<string, string> families, MoneyForm form)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? key : key[..slash];
        var factor = slash < 0 ? 1 : 1 / decimal.Parse(key[(slash + 1)..], CultureInfo.InvariantCulture);
        if (name.Length == 3 && name.All(char.IsAsciiLetterUpper))
        {
            return new(name, name, factor, form);
        }

        var code = families[name].FirstOrDefault(f => !f.Contains(' ', StringComparison.Ordinal));
        return new(code is null or "-" ? null : code.ToUpperInvariant(), name, factor, form);
    }

    // "MUSD", "MEUR", "M€", "Md€", "k€"
    private static IEnumerable<KeyValuePair<string, Money>> Multiples(List<KeyValuePair<string, Money>> all)
    {
        foreach (var (word, money) in all.Where(a => ScaledNames.Contains(a.Key)))
        {
            foreach (var (letter, factor) in Letters)
            {
                if (letter != "t" || char.IsAsciiLetter(word[0]))
                {
                    yield return KeyValuePair.Create(letter + word, money with { Factor = factor, Form = MoneyForm.Sign });
                }
            }
        }
    }
}
