using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>Who wrote a story, by its own words: names only.</summary>
internal static class BylineReader
{
    private const int MaxLength = 300;

    private static readonly string[] MetaNames = [
        "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
        "byl", "byline", "twitter:data1", "cxenseparse:author", "og:article:author", "authors",
    ];

    /// <summary>People before the outlet's own name: many templates state the outlet where the page names a person.</summary>
    public static string? Read(HtmlPage page, StructuredData data, PageMetadata metadata)
    {
        var site = FoldedText.Letters(metadata.SiteName ?? "");
        var stated = data.Story is { } story ? StructuredData.Names(story, "author").Concat(StructuredData.Names(story, "creator")) : [];
        var sources = new[] { Names(stated), Names(FromMeta(metadata)), Names(FromMarkup(page)) };
        var people = sources.Select(s => s.Where(n => FoldedText.Letters(n) != site).ToList()).FirstOrDefault(s => s.Count > 0);
        var joined = string.Join(", ", people ?? sources.FirstOrDefault(s => s.Count > 0) ?? []);
        return joined.Length is > 0 and <= MaxLength ? joined : null;
    }

    private static IEnumerable<string> FromMeta(PageMetadata metadata) =>
        MetaNames.Select(n => metadata.Metas(n).ToList()).FirstOrDefault(v => v.Exists(IsName)) ?? [];

    private static IEnumerable<string> FromMarkup(HtmlPage page)
    {
        var marked = page.All.Where(n => n.TextLength is > 3 and < 150 && NamesAuthor(n)).Take(40).ToList();
        return marked.Select(n => n.Descendants().FirstOrDefault(d => d["itemprop"] == "name" || d["rel"] == "author") ?? n)
            .Select(n => HtmlText.Of(n)).Where(IsName).Take(1);
    }

    private static bool NamesAuthor(HtmlNode node) => node["rel"] == "author" || node["itemprop"] == "author"
        || node.NameWords.Any(w => w is "byline" or "author" or "authors" or "autor" or "auteur" or "autore");

    private static List<string> Names(IEnumerable<string> lines) =>
        [.. lines.Take(20).SelectMany(Split).Select(Clean).Where(IsName).DistinctBy(FoldedText.Letters)];

    private static IEnumerable<string> Split(string line)
    {
        var folded = HtmlText.ToPlain(line);
        foreach (var cue in PageWords.Phrases("and"))
        {
            folded = folded.Replace($" {cue} ", ", ", StringComparison.OrdinalIgnoreCase);
        }

        return folded.Split([',', ';', '|', '/', '、', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Clean(string name)
    {
        var folded = FoldedText.Of(name);
        foreach (var cue in PageWords.Phrases("by"))
        {
            if (folded.Length == name.Length && FoldedText.StartsWithPhrase(folded, cue) && name.Length > cue.Length)
            {
                return Clean(name[cue.Length..].TrimStart(' ', ':', '\u3000', '：'));
            }
        }

        var cut = name.IndexOfAny(['(', '<', '（', '@']);
        return (cut > 2 ? name[..cut] : name).Trim(' ', '.', '-', '–', '•', ':');
    }

    private static bool IsName(string text) =>
        text.Length is > 1 and < 120 && !text.Contains("://", StringComparison.Ordinal) && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && !text.StartsWith('@') && text.Any(char.IsLetter) && DateText.Read(text) is null
        && !PageWords.Set("no-name").Contains(FoldedText.Of(text));
}
