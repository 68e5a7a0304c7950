using System.Text.RegularExpressions;

namespace NewsWatcher.Feeds;

/// <summary>Finds the stories of a mail without markup: a headline, perhaps some lines, and an address.</summary>
internal static partial class MailLines
{
    private const int MaxParagraphs = 2_000;
    private const int MaxParagraph = 8_000;

    private static readonly char[] Bullets = [' ', '*', '-', '•', '·', '・', '■', '□', '◆', '◇', '●', '○', '▼', '▽', '▶', '►', '★', '☆', '→', '>', '<', '(', ')', ':', '|'];

    public static IReadOnlyList<Entry> Of(string text, string unsubscribe)
    {
        var stories = new List<Entry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        string[] before = [];
        foreach (var paragraph in Paragraphs(Noted(text)).Take(MaxParagraphs))
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

    private static IEnumerable<string> Paragraphs(string text) => Rule.Replace(text, "")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Length > MaxParagraph ? p[..MaxParagraph] : p).SelectMany(Pairs);

    // A list of headlines, each with its address below it. Where more than that is told, nobody knows which address it belongs to.
    private static IEnumerable<string> Pairs(string paragraph)
    {
        var lines = paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isList = lines.Length > 2 && lines.Length % 2 == 0 && lines.Select((l, i) => Address.Match(l) is { Success: true, Length: var length } ? i % 2 == 1 && length == l.Trim('<', '>').Length : i % 2 == 0).All(fits => fits);
        return isList ? lines.Chunk(2).Select(pair => string.Join('\n', pair)) : [paragraph];
    }

    // "[1]" in the text, and below it "[1] https://…": the address stands where it is referred to.
    private static string Noted(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match note in Note.Matches(lines))
        {
            notes.TryAdd(note.Groups["mark"].Value, note.Groups["address"].Value);
        }

        return notes.Count == 0 ? lines : Mark.Replace(Note.Replace(lines, "\n"), m => notes.TryGetValue(m.Groups["mark"].Value, out var address) ? $" {address} " : m.Value);
    }

    // Without addresses, bullets, numbers and the labels before an address ("Read more:").
    private static string[] Wording(string[] lines) =>
        [.. lines.Select(l => (Line: Number.Replace(PlainText.Spaced(Address.Replace(l, " ")).Trim(Bullets), "").TrimStart(Bullets), HasAddress: Address.IsMatch(l)))
            .Where(l => l.Line.Length > 0 && (!l.HasAddress || MailWords.IsTelling(l.Line))).Select(l => l.Line)];

    [GeneratedRegex("""https?://[^\s<>"]{3,4000}""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }

    // A line that is drawn ends a paragraph as an empty one does.
    [GeneratedRegex(@"^[^\p{L}\p{N}\n]+$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"^[ \t]*\[(?<mark>\d{1,3})\]:?[ \t]+<?(?<address>https?://[^\s<>]+)>?[ \t]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Note { get; }

    [GeneratedRegex(@"\[(?<mark>\d{1,3})\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"^\d{1,3}[.)] ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number { get; }
}
