using NewsWatcher.Fetching;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>What a feed's state means, and what one can do about it.</summary>
internal static class FeedHealth
{
    public static string Of(StoredFeed feed, DateTimeOffset now) => feed switch
    {
        { Active: false } => "It is not polled: feeds.json no longer names it, it is disabled there, or it was removed. Its items stay.",
        { GoneAt: { } gone } => $"The publisher said on {UtcText.Minute(gone)} that it is gone for good. Look for its new address and add that one.",
        { MutedAt: { } muted } => $"Muted since {UtcText.Minute(muted)}. To poll it again: newswatcher feeds mute {feed.Feed.Id} --off",
        { Outcome: null } => "Not polled yet. The daemon polls it at its next tick; by hand: newswatcher poll --feed " + feed.Feed.Id,
        { Errors: 0 } => $"Healthy: {OutcomeWords.Of(feed.Outcome.Value)} at {UtcText.Minute(feed.LastSuccessAt)}, next due {Due(feed, now)}.",
        _ => $"Failing, {feed.Errors} times in a row ({(feed.LastSuccessAt is { } good ? $"last good poll {UtcText.Minute(good)}" : "it never worked")}): "
            + $"{Reason(feed)} {Advice(feed.Outcome.Value)} It is tried again {Due(feed, now)}.",
    };

    private static string Reason(StoredFeed feed) =>
        feed.Reason is { Length: > 0 } reason ? reason.TrimEnd('.') + "." : OutcomeWords.Of(feed.Outcome ?? OutcomeClass.HttpError) + ".";

    private static string Due(StoredFeed feed, DateTimeOffset now)
    {
        var due = feed.NotBeforeAt > feed.NextPollAt ? feed.NotBeforeAt.Value : feed.NextPollAt;
        return due <= now ? "at once" : UtcText.Minute(due);
    }

    private static string Advice(OutcomeClass outcome) => outcome switch
    {
        OutcomeClass.ParseError => "The address answers, but not with a feed: open it in a browser and look for the feed's new address.",
        OutcomeClass.HttpError => "Open the address in a browser: if it fails there too, wait or look for a new one.",
        OutcomeClass.Timeout => "The server is too slow or cannot be reached from here.",
        OutcomeClass.TooLarge => "It is larger than a feed may be.",
        OutcomeClass.Blocked => "The address is in a network that may not be reached, or the publisher refuses us; Fetch:AllowedPrivateNetworks allows networks of your own.",
        OutcomeClass.RateLimited => "The publisher asked us to wait, and we do. A longer interval (\"every\") helps.",
        _ => "",
    };
}
