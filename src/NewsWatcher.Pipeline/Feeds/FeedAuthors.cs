using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Display names of authors, without their mail addresses where there is a name.</summary>
internal static class FeedAuthors
{
    public static string? Of(FeedNodes nodes)
    {
        foreach (var key in new[] { "author", "dc:creator", "itunes:author", "dc:author", "media:credit" })
        {
            var names = nodes.All(key).Select(Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(16).ToList();
            if (names.Count > 0)
            {
                return PlainText.Cut(string.Join(", ", names), EntryReader.MaxAuthor);
            }
        }

        return null;
    }

    private static string Name(XElement author)
    {
        var parts = new FeedNodes(author);
        return author.HasElements && (parts.Text("name", "email", "uri") ?? "") is { Length: > 0 } name
            ? PlainText.Spaced(name) : Bare(PlainText.OfHtml(author.Value.Contains('@', StringComparison.Ordinal) ? PlainText.Escaped(author.Value) : author.Value));
    }

    /// <summary>"mail (name)", "name &lt;mail&gt;" → the name.</summary>
    public static string Bare(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
        if (open >= 0 && close > open + 1)
        {
            var inside = text[(open + 1)..close].Trim();
            return inside.Contains('@', StringComparison.Ordinal) ? text[..open].Trim() : inside;
        }

        var bracket = text.IndexOf('<', StringComparison.Ordinal);
        return bracket > 0 ? text[..bracket].Trim(' ', '"') : text.Trim('<', '>', ' ');
    }
}
