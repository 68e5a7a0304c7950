using System.Buffers;
using System.Text.RegularExpressions;
using NewsWatcher.Articles;
using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>Whose report an article says it passes on: a cited outlet, a line of credit, the publisher that the feed names.</summary>
/// <remarks>Names are only believed beside words or signs that cite: an outlet that is merely mentioned is nobody's origin.</remarks>
internal sealed partial class Attribution
{
    private const int LeadLength = 600;
    private const int TailLength = 300;
    private const int Near = 28;
    private const int Gap = 12;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("。、，,.「『");

    private readonly OutletCatalog _outlets;
    private readonly List<(string Phrase, string Name)> _known;
    private readonly PhraseIndex _index = new();

    /// <param name="outlets">The classified outlets.</param>
    /// <param name="named">Outlets of the items themselves.</param>
    public Attribution(OutletCatalog outlets, IEnumerable<Outlet> named)
    {
        _outlets = outlets;
        _known = [.. named.Concat(outlets.All).SelectMany(o => o.Aliases.Prepend(o.Name)).Concat(DealWords.Phrases("agencies"))
            .Select(n => (Phrase: FoldedText.Of(n), Name: n)).Where(n => n.Phrase.Length > 1)
            .DistinctBy(n => n.Phrase).OrderByDescending(n => n.Phrase.Length).ThenBy(n => n.Phrase, StringComparer.Ordinal)];
        _known.ForEach(k => _index.Add(k.Phrase));
    }

    /// <summary>The name and the words that give it; null for an article that speaks for itself.</summary>
    /// <param name="isOwn">Whether a name is the item's own outlet.</param>
    public (string Name, string Words)? Of(ReportedItem item, Func<string, bool> isOwn)
    {
        var title = FoldedText.Of(item.Title);
        var text = FoldedText.Of(item.Text.Length > 20_000 ? item.Text[..20_000] : item.Text);
        var lead = text.Length > LeadLength ? text[..LeadLength] : text;
        var tail = text.Length > LeadLength + TailLength ? text[^TailLength..] : text[lead.Length..];
        // A phrase is found by its place among the known ones.
        foreach (var (phrase, name) in new[] { title, lead, tail }.SelectMany(_index.In).Select(f => f.Id).Distinct().Order().Select(id => _known[id]))
        {
            if (!isOwn(name) && (Cited(title, phrase) ?? Cited(lead, phrase) ?? Credited(lead, phrase) ?? Credited(tail, phrase) ?? Credited(title, phrase)) is { } words)
            {
                return (name, words);
            }
        }

        return Dateline(item.Text, isOwn) ?? Unknown(item.Title, isOwn);
    }

    private static string? Cited(string text, string phrase)
    {
        for (var at = FoldedText.IndexOfPhrase(text, phrase); at >= 0; at = FoldedText.IndexOfPhrase(text, phrase, at + 1))
        {
            var end = at + phrase.Length;
            var after = text[end..Math.Min(text.Length, end + Near)].TrimStart(' ', ',', '」', '』', '"', '\'');
            var before = text[Math.Max(0, at - Near)..at].TrimEnd(' ', '「', '『', '"', '\'');
            before = before.EndsWith(" the", StringComparison.Ordinal) ? before[..^4] : before;
            if (DealWords.Phrases("cited-after").FirstOrDefault(c => Begins(after, c)) is { } cue)
            {
                return $"{phrase} {cue}";
            }

            if (DealWords.Phrases("cited-before").FirstOrDefault(c => Ends(before, c)) is { } lead)
            {
                return $"{lead} {phrase}";
            }
        }

        return null;
    }

    // "(Reuters) -", "［共同］", "/PR Newswire/", "【ロンドン＝共同】", "© Reuters", "distributed by …".
    private static string? Credited(string text, string phrase)
    {
        for (var at = FoldedText.IndexOfPhrase(text, phrase); at >= 0; at = FoldedText.IndexOfPhrase(text, phrase, at + 1))
        {
            var end = at + phrase.Length;
            var before = text[..at].TrimEnd();
            var after = text[end..].TrimStart();
            var isBracketed = before.Length > 0 && after.Length > 0 && before[^1] is '(' or '（' or '[' or '［' or '【' or '/' or '=' or '＝'
                && (after[0] is ')' or '）' or ']' or '］' or '】' or '/' || DealWords.Phrases("credit-after").Any(c => after.StartsWith(c, StringComparison.Ordinal)));
            if (isBracketed || DealWords.Phrases("credit-before").Any(c => Ends(before, c)) || DealWords.Phrases("credit-after").Any(c => after.Length < Near && Begins(after, c)))
            {
                return $"credit \"{phrase}\"";
            }
        }

        return null;
    }

    /// <summary>A dateline with an agency's short name: 【ロンドン＝共信】 for 共信通信.</summary>
    private (string Name, string Words)? Dateline(string text, Func<string, bool> isOwn)
    {
        foreach (Match credit in AgencySlot.Matches(text.Length > 200 ? text[..100] + "\n" + text[^100..] : text))
        {
            var printed = FoldedText.Of(credit.Groups["name"].Value);
            var known = _known.Where(k => printed.Length > 1 && k.Phrase.StartsWith(printed, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
            if (known is not null)
            {
                return isOwn(known) ? null : (known, $"credit \"{credit.Value}\"");
            }
        }

        return null;
    }

    /// <summary>"…, Daily Sample reports" at the end of a headline names an outlet that nobody classified.</summary>
    private (string Name, string Words)? Unknown(string title, Func<string, bool> isOwn)
    {
        var match = TitleTail.Match(title);
        return match.Success && !isOwn(match.Groups["name"].Value) ? (_outlets.Named(match.Groups["name"].Value)?.Name ?? match.Groups["name"].Value, match.Value.Trim(' ', ',')) : null;
    }

    // Scripts without spaces put a date or a place between the name and the cue: 新華社東京14日電.
    private static bool Begins(string text, string cue)
    {
        if (!Tokens.IsUnspaced(cue[0]))
        {
            return FoldedText.StartsWithPhrase(text, cue);
        }

        var at = text.IndexOf(cue, StringComparison.Ordinal);
        return at >= 0 && at <= Gap && text.AsSpan(0, at).IndexOfAny(Breaks) < 0;
    }

    private static bool Ends(string text, string cue) =>
        text.EndsWith(cue, StringComparison.Ordinal) && (text.Length == cue.Length || !char.IsLetterOrDigit(text[^(cue.Length + 1)]) || !char.IsAsciiLetter(cue[0]));

    [GeneratedRegex(@"[＝=](?<name>[^】］\])）＝=]{2,12})[】］\])）]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AgencySlot { get; }

    [GeneratedRegex(@"[,\-–—] ?(?<name>\p{Lu}[\w&'.]*( (\p{Lu}[\w&'.]*|of|the|and)){0,4}) (reports?|says in report)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TitleTail { get; }
}
