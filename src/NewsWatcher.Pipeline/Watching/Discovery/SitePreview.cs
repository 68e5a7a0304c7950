using NewsWatcher.Articles;
using NewsWatcher.Feeds;
using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Html;

namespace NewsWatcher.Watching.Discovery;

/// <summary>Tells what a feed is like from one reading of it, and which of two are the same.</summary>
internal static class SitePreview
{
    private const int Headlines = 3;
    private const int Sample = 20;
    private const double Alike = 0.8;

    public static FoundFeed Of(FeedCandidate candidate, Uri url, SiteAnswer.Feed answer, DateTimeOffset now)
    {
        var document = answer.Document;
        var newest = document.Entries.Select((entry, i) => (entry, i)).OrderByDescending(e => EntryCapture.Credible(e.entry.Published ?? e.entry.Updated, now)).ThenBy(e => e.i).Select(e => e.entry).ToList();
        var title = document.Title ?? candidate.Title;
        return new(url, candidate.Sign, answer.Kind, title, document.Entries.Count, Cadence.Of(document.Entries, now), Language(document),
            [.. newest.Select(e => e.Title).Where(t => t.Length > 0).Take(Headlines)], FeedAddress.IsOfComments(url, title) || FeedAddress.IsOfComments(candidate.Url, candidate.Title));
    }

    /// <summary>What the newest entries of two feeds are compared by.</summary>
    public static IReadOnlyList<string> Signs(FeedRead.Document document) =>
        [.. document.Entries.Take(Sample).Select(e => CanonicalUrl.Identity(e.Link) ?? ItemIdentity.FoldedTitle(e.Title)).Where(s => s.Length > 0)];

    /// <summary>Whether two feeds show the same: of equally many newest entries nearly all.</summary>
    public static bool IsSame(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var compared = Math.Min(one.Count, other.Count);
        return compared > 0 && one.Take(compared).Intersect(other.Take(compared), StringComparer.Ordinal).Count() >= Alike * compared;
    }

    private static string? Language(FeedRead.Document document)
    {
        var text = string.Join('\n', document.Entries.Take(Sample).Select(e => $"{e.Title}. {HtmlText.ToPlain(e.Summary is { Length: > 2000 } summary ? summary[..2000] : e.Summary ?? "")}"));
        return LanguageGuess.Primary(document.Language) ?? LanguageGuess.OfText(text);
    }
}
