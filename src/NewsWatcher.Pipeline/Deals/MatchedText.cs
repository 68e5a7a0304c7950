using System.Text.RegularExpressions;
using NewsWatcher.Articles;

namespace NewsWatcher.Deals;

/// <summary>An article folded for finding names: what stands in the headline or the first paragraphs is what it is about, the rest is less so.</summary>
internal sealed partial class MatchedText
{
    private const int LeadLength = 700;
    private const int OpeningLength = 400;
    private const int MaxLength = 20_000;

    private readonly string _title;
    private readonly string _opening;
    private readonly int _openingLength;
    private readonly string _lead;
    private readonly string _rest;

    public MatchedText(string title, string text)
    {
        _title = Folded(title);
        _openingLength = text.AsSpan(0, Math.Min(text.Length, OpeningLength)).IndexOf("\n\n") is var end and >= 0 ? end : Math.Min(text.Length, OpeningLength);
        _opening = Folded(text[.._openingLength]);
        var folded = Folded(text.Length > MaxLength ? text[..MaxLength] : text);
        _lead = folded.Length > LeadLength ? folded[..LeadLength] : folded;
        _rest = folded.Length > LeadLength ? folded[LeadLength..] : "";
    }

    /// <summary>Nothing but a headline is known.</summary>
    public bool IsHeadline => _lead.Length == 0;

    // The country's short name must not become the pronoun.
    public static string Folded(string text) => FoldedText.Of(CountryName.Replace(text, "u.s.a")).Replace("'s", " 's", StringComparison.Ordinal);

    public bool InTitle(string phrase) => FoldedText.HasPhrase(_title, phrase);

    public bool InOpening(string phrase) => FoldedText.HasPhrase(_opening, phrase);

    /// <summary>Whether a place of the text lies in its first paragraph.</summary>
    public bool IsOpening(int at) => at < _openingLength;

    /// <summary>1 in the headline or the first paragraphs, a half below them, 0 nowhere.</summary>
    public double Place(string phrase) =>
        FoldedText.HasPhrase(_title, phrase) || FoldedText.HasPhrase(_lead, phrase) ? 1 : FoldedText.HasPhrase(_rest, phrase) ? 0.5 : 0;

    public bool TitleHasAny(string section) => DealWords.ContainsAny(section, _title);

    [GeneratedRegex(@"\b(US|U\.S\.|USA)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountryName { get; }
}
