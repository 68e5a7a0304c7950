using System.Text.Json.Nodes;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Outputs;

/// <summary>A feed with its state, as JSON.</summary>
internal static class FeedShape
{
    public static JsonObject Of(StoredFeed feed) => new()
    {
        ["id"] = feed.Feed.Id,
        ["name"] = feed.Feed.Name,
        ["url"] = feed.Feed.Url?.AbsoluteUri,
        ["file"] = feed.Feed.File,
        ["mail"] = feed.Feed.Mail,
        ["listing"] = feed.Feed.Listing is { } listing ? Listing(listing) : null,
        ["outlet"] = feed.Feed.OutletId,
        ["tags"] = FactShapes.Texts(feed.Feed.Tags),
        ["articles"] = Words.Of(feed.Feed.Articles),
        ["every"] = feed.Feed.Every is { } every ? Interval(every) : null,
        ["cron"] = feed.Feed.Cron,
        ["origin"] = feed.Origin,
        ["deal"] = feed.Feed.Deal,
        ["active"] = feed.Active,
        ["muted"] = feed.MutedAt is not null,
        ["outcome"] = feed.Outcome is { } outcome ? OutcomeWords.Of(outcome) : null,
        ["reason"] = feed.Reason,
        ["errors"] = feed.Errors,
        ["lastAttempt"] = UtcText.Iso(feed.LastAttemptAt),
        ["lastSuccess"] = UtcText.Iso(feed.LastSuccessAt),
        ["nextPoll"] = feed is { Active: true, MutedAt: null, GoneAt: null } && feed.NextPollAt > DateTimeOffset.UnixEpoch ? UtcText.Iso(feed.NextPollAt) : null,
        ["items"] = feed.Items,
        ["address"] = feed.Address,
        ["notBefore"] = UtcText.Iso(feed.NotBeforeAt),
        ["missingSince"] = UtcText.Iso(feed.MissingSince),
        ["identityChanged"] = UtcText.Iso(feed.IdentityChangedAt),
        ["quarantined"] = feed.Quarantined,
        ["tls"] = Words.Of(feed.Feed.Tls ?? TlsPolicy.Verified),
    };

    public static JsonObject Of(StoredFeed feed, IReadOnlyList<ReadingShare> shares, IReadOnlyList<PollRow> history, IReadOnlyList<FeedMove> moves)
    {
        var shape = Of(feed);
        shape["shares"] = FactShapes.Array(shares.Select(s => new JsonObject { ["reading"] = s.Reading, ["reason"] = s.Reason, ["items"] = s.Items }));
        shape["history"] = FactShapes.Array(history.Select(p => new JsonObject
        {
            ["started"] = UtcText.Iso(p.StartedAt),
            ["finished"] = UtcText.Iso(p.FinishedAt),
            ["outcome"] = p.Outcome,
            ["reason"] = p.Reason,
            ["status"] = p.Status,
            ["bytes"] = p.Bytes,
            ["entries"] = p.Entries,
            ["added"] = p.Added,
            ["changed"] = p.Changed,
            ["next"] = UtcText.Iso(p.NextPollAt),
        }));
        shape["moves"] = FactShapes.Array(moves.Select(m => new JsonObject
        {
            ["at"] = UtcText.Iso(m.At), ["from"] = m.FromUrl, ["to"] = m.ToUrl, ["ended"] = UtcText.Iso(m.EndedAt), ["why"] = m.EndedWhy,
        }));
        return shape;
    }

    private static JsonObject Listing(Listing listing) => new()
    {
        ["item"] = listing.Item,
        ["link"] = listing.Link,
        ["title"] = listing.Title,
        ["date"] = listing.Date,
        ["summary"] = listing.Summary,
        ["timeZone"] = listing.TimeZone,
    };

    /// <summary>"15m", "2h", "1d": as the configuration writes it.</summary>
    public static string Interval(TimeSpan every) =>
        every.Ticks % TimeSpan.TicksPerDay == 0 ? $"{every.Days}d" : every.Ticks % TimeSpan.TicksPerHour == 0 ? $"{(int)every.TotalHours}h" : $"{(int)every.TotalMinutes}m";
}
