using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>An entry with the identities that Watching worked out.</summary>
/// <param name="Key">Unique within its feed.</param>
/// <param name="CanonicalUrl">With <paramref name="FoldedTitle"/> the identity of the item.</param>
/// <param name="Hash">Of everything a reader would notice: another hash is an edited entry.</param>
/// <param name="ReadsPage">Whether the page behind the link is to be fetched.</param>
public sealed record CapturedEntry(string Key, Entry Entry, string Url, string CanonicalUrl, string FoldedTitle, string Hash, string OutletId, string? Language, bool ReadsPage)
{
    /// <summary>A news search shows it: its link is the search's, and only its headline is known.</summary>
    public bool IsFromSearch { get; init; }

    /// <summary>What was read from it, to be kept with it should its item be new; null when it is to be read later.</summary>
    public ReadingResult.Done? Reading { get; init; }

    /// <summary>It as an item to be read that nobody has seen before.</summary>
    public DueReading Due(DateTimeOffset now) => new()
    {
        Url = Url, Title = Entry.Title, OutletId = OutletId, Language = Language, PublishedAt = Entry.Published, FirstSeenAt = now, ReadsPage = ReadsPage,
        Summary = Entry.Summary, Content = Entry.Content,
    };
}
