using System.Text.RegularExpressions;
using NewsWatcher.Articles;

namespace NewsWatcher.Deals;

/// <summary>The names that an article has, and where: what stands in the headline or the first paragraphs is what it is about, the rest is less so.</summary>
internal sealed partial class MatchedText
{
    private const int LeadLength = 700;
    private const int OpeningLength = 400;
    private const int MaxLength = 20_000;

    private readonly string _title;
    private readonly int _openingLength;
    private readonly Dictionary<int, Places> _found = [];

    public MatchedText(string title, string text, PhraseIndex index)
    {
        _title = Folded(title);
        _openingLength = text.AsSpan(0, Math.Min(text.Length, OpeningLength)).IndexOf("\n\n") is var end and >= 0 ? end : Math.Min(text.Length, OpeningLength);
        var opening = Folded(text[.._openingLength]).Length;
        foreach (var (id, _, _) in index.In(_title))
        {
            _found[id] = Places.Title;
        }

        foreach (var (id, start, last) in index.In(Body(text)))
        {
            _found[id] = _found.GetValueOrDefault(id) | (last <= opening ? Places.Opening | Places.Lead : start < LeadLength ? Places.Lead : Places.Rest);
        }
    }

    [Flags]
    private enum Places
    {
        None = 0,
        Title = 1,
        Opening = 2,
        Lead = 4,
        Rest = 8,
    }

    /// <summary>Of every phrase that stands anywhere.</summary>
    public IEnumerable<int> Found => _found.Keys;

    /// <summary>As much of a text as is looked at, folded.</summary>
    public static string Body(string text) => Folded(text.Length > MaxLength ? text[..MaxLength] : text);

    // The country's short name must not become the pronoun.
    public static string Folded(string text)
    {
        var named = text.Contains("US", StringComparison.Ordinal) || text.Contains("U.S", StringComparison.Ordinal) ? CountryName.Replace(text, "u.s.a") : text;
        return FoldedText.Of(named).Replace("'s", " 's", StringComparison.Ordinal);
    }

    public bool InTitle(int phrase) => Has(phrase, Places.Title);

    public bool InOpening(int phrase) => Has(phrase, Places.Opening);

    /// <summary>Whether a place of the text lies in its first paragraph.</summary>
    public bool IsOpening(int at) => at < _openingLength;

    /// <summary>1 in the headline or the first paragraphs, a half below them, 0 nowhere.</summary>
    public double Place(int phrase) => Has(phrase, Places.Title | Places.Lead) ? 1 : Has(phrase, Places.Rest) ? 0.5 : 0;

    public bool TitleHasAny(string section) => DealWords.ContainsAny(section, _title);

    private bool Has(int phrase, Places places) => (_found.GetValueOrDefault(phrase) & places) != Places.None;

    [GeneratedRegex(@"\b(US|U\.S\.|USA)(?![\w$])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountryName { get; }
}
