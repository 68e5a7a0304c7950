using NewsWatcher.Configuration;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Readable ids for feeds that nobody named one for.</summary>
public static class FeedId
{
    private const int MostWithNumber = 58;

    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "www", "rss", "rss2", "feed", "feeds", "atom", "rdf", "xml", "index", "json" };

    /// <summary>Of the feed's name, or of its address where the name is in another script; none of those that are taken.</summary>
    public static string Free(string? name, Uri url, IReadOnlySet<string> taken)
    {
        var stem = ConfigId.From(name is not null && IsLatin(name) ? name : Address(url));
        var made = stem;
        for (var i = 2; taken.Contains(made); i++)
        {
            made = $"{(stem.Length > MostWithNumber ? stem[..MostWithNumber] : stem)}-{i}";
        }

        return made;
    }

    // An id holds Latin letters only: of a name that is mostly others too little would be left.
    private static bool IsLatin(string name)
    {
        var letters = WellFormed.Of(name).Normalize(System.Text.NormalizationForm.FormKD).Where(char.IsLetter).ToList();
        return letters.Count > 0 && letters.Count(char.IsAsciiLetter) >= 0.75 * letters.Count;
    }

    // "https://www.news.example/rss/world.xml" → "news.example world".
    private static string Address(Uri url) => string.Join(' ', (WebAddress.Host(url) ?? url.Host).Split('.').Where((label, i) => i > 0 || label is not "www")
        .Concat(Uri.UnescapeDataString(url.AbsolutePath).ToLowerInvariant().Split('/', '.').Where(s => s.Any(char.IsAsciiLetterOrDigit) && !Generic.Contains(s))));
}
