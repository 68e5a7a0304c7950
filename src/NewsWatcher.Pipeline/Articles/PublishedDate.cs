using System.Globalization;

namespace NewsWatcher.Articles;

/// <summary>When a page says that it was first published: an instant with the page's own offset, or only a day.</summary>
public readonly record struct PublishedDate(DateTimeOffset Instant, bool DateOnly)
{
    /// <summary>ISO 8601; a date alone when the page gives no time.</summary>
    public override string ToString() =>
        Instant.ToString(DateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
