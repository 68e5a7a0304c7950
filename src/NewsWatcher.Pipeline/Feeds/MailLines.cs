using System.Text.RegularExpressions;

namespace NewsWatcher.Feeds;

/// <summary>Finds the stories of a mail without markup: a headline, perhaps some lines, and an address.</summary>
internal static partial class MailLines
{
    private const int MaxParagraphs = 2_000;
    private const int MaxParagraph = 8_000;

    public static IReadOnlyList<Entry> Of(string text, string unsubscribe)
    {
        var stories = new List<Entry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        string[] before = [];
        foreach (var paragraph in Paragraphs(text).Take(MaxParagraphs))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var addresses = Address.Matches(paragraph).Select(m => m.Value.TrimEnd('.', ',', ';', ')', '>')).ToList();
            var words = Wording(lines);
            // An address alone belongs to what stands above it.
            var told = words.Length > 0 ? words : before;
            if (addresses is [var address] && CanonicalUrl.Identity(CanonicalUrl.Of(address)?.AbsoluteUri) is { } identity && told is [var title, .. var rest] && MailWords.IsTelling(title)
                && !MailWords.IsAboutLeaving(paragraph, address) && !unsubscribe.Contains(address, StringComparison.Ordinal) && known.Add(identity))
            {
                var summary = string.Join(' ', rest);
                stories.Add(new Entry { Title = PlainText.Cut(title, EntryReader.MaxTitle), Link = address, Summary = summary.Length > 0 ? PlainText.Escaped(summary) : null });
            }

            before = addresses.Count == 0 ? words : [];
        }

        return stories;
    }

    private static IEnumerable<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Length > MaxParagraph ? p[..MaxParagraph] : p);

    // Without addresses, bullets and the labels before an address ("Read more:").
    private static string[] Wording(string[] lines) =>
        [.. lines.Select(l => (Line: PlainText.Spaced(Address.Replace(l, " ")).Trim(' ', '*', '-', '•', '>', '<', '(', ')', ':', '|'), HasAddress: Address.IsMatch(l)))
            .Where(l => l.Line.Length > 0 && (!l.HasAddress || MailWords.IsTelling(l.Line))).Select(l => l.Line)];

    [GeneratedRegex("""https?://[^\s<>"]{3,4000}""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }
}
