using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>What a feed's state means, and what one can do about it.</summary>
/// <param name="State">off, gone, muted, changed, new, fine, waiting, missing or failing.</param>
/// <param name="Says">In a sentence what it is like.</param>
/// <param name="Since">When it came to be so; null where that is not known, or nothing is wrong.</param>
/// <param name="Meaning">What that usually means; "" where it speaks for itself.</param>
/// <param name="Advice">What one can do; "" for nothing.</param>
internal sealed record FeedHealth(string State, string Says, DateTimeOffset? Since, string Meaning, string Advice)
{
    public const string Unverified = "Its certificate is not checked (\"tls\": \"unverified\"): what it says may be anybody's.";

    /// <param name="history">The newest polls, newest first: they tell since when it fails.</param>
    public static FeedHealth Of(StoredFeed feed, IReadOnlyList<PollRow> history, DateTimeOffset now)
    {
        var health = Known(feed, history, now);
        return feed.Feed.Tls == TlsPolicy.Unverified ? health with { Says = $"{health.Says} {Unverified}" } : health;
    }

    private static FeedHealth Known(StoredFeed feed, IReadOnlyList<PollRow> history, DateTimeOffset now) => feed switch
    {
        { Active: false } => new("off", $"It is not polled: {Gone(feed)} Its items stay.", null, "", ""),
        { GoneAt: { } gone } => new("gone", $"The publisher said on {UtcText.Minute(gone)} that it is gone for good.", gone, "It answered 410 three times, a day apart, and is not asked any more.", $"{FindAnother(feed)} To ask it once more: newswatcher feeds mute {feed.Feed.Id} --off"),
        { MutedAt: { } muted } => new("muted", $"Muted since {UtcText.Minute(muted)}.", muted, "Nothing is asked of it until somebody takes that back.", $"To poll it again: newswatcher feeds mute {feed.Feed.Id} --off"),
        { IdentityChangedAt: { } changed } => new("changed", $"Its title, its site and its entries are all others than before. {Wording.Count(feed.Quarantined, "item")} are kept apart, neither matched nor told.", changed,
            "The address may have passed into other hands, or the publisher has rebuilt its site.", $"If it is the same publisher: newswatcher feeds trust {feed.Feed.Id}. If not: newswatcher feeds mute {feed.Feed.Id}"),
        { Outcome: null } => new("new", "Not polled yet.", null, "", $"The daemon polls it at its next tick; by hand: newswatcher poll --feed {feed.Feed.Id}"),
        { Outcome: OutcomeClass.RateLimited } => new("waiting", $"Asked to wait: {Reason(feed)} It is tried again {Due(feed, now)}.", Begun(feed, history), MeaningOf(OutcomeClass.RateLimited), AdviceFor(feed, OutcomeClass.RateLimited)),
        { Errors: > 0 } when feed.IsMissing(now) => new("missing", $"Its address answers \"not found\" or \"forbidden\": {Reason(feed)} It is tried again {Due(feed, now)}.", feed.MissingSince,
            "After a week it is hardly a passing fault.", FindAnother(feed)),
        { Errors: 0 } => new("fine", $"Healthy: {OutcomeWords.Of(feed.Outcome.Value)} at {UtcText.Minute(feed.LastSuccessAt)}, next due {Due(feed, now)}.", null, "", ""),
        _ => new("failing", $"Failing, {(feed.Errors == 1 ? "once" : $"{feed.Errors} times in a row")} ({(feed.LastSuccessAt is { } good ? $"last good poll {UtcText.Minute(good)}" : "it never worked")}): {Reason(feed)} It is tried again {Due(feed, now)}.",
            Begun(feed, history), MeaningOf(feed.Outcome.Value), AdviceFor(feed, feed.Outcome.Value)),
    };

    // The oldest of the failures in a row, as far back as the history goes.
    private static DateTimeOffset? Begun(StoredFeed feed, IReadOnlyList<PollRow> history) =>
        history.TakeWhile(p => p.Outcome is not ("ok" or "not_modified" or "moved")).LastOrDefault(p => p.FinishedAt is not null && p.Outcome is not "interrupted")?.StartedAt ?? feed.LastAttemptAt;

    private static string Gone(StoredFeed feed) => feed.Feed.Deal is { } deal ? $"the deal {deal} asks no news search any more." : "feeds.json no longer names it, it is disabled there, or it was removed.";

    private static string Reason(StoredFeed feed) =>
        feed.Reason is { Length: > 0 } reason ? reason.TrimEnd('.') + "." : Wording.Of(feed.Outcome) + ".";

    private static string Due(StoredFeed feed, DateTimeOffset now)
    {
        var due = feed.NotBeforeAt > feed.NextPollAt ? feed.NotBeforeAt.Value : feed.NextPollAt;
        return due <= now ? "at once" : UtcText.Minute(due);
    }

    private static string MeaningOf(OutcomeClass outcome) => outcome switch
    {
        OutcomeClass.ParseError => "The address answers, but not with a feed: it has moved, or an error page or a check for robots stands in its place.",
        OutcomeClass.HttpError => "The server refused the address or could not answer. 404 and 403 rarely mend themselves; 5xx and broken connections mostly do.",
        OutcomeClass.Timeout => "The server is too slow, or cannot be reached from here.",
        OutcomeClass.TooLarge => "It is larger than a feed may be, and nothing of it is taken.",
        OutcomeClass.Blocked => "The address, or where it redirects to, lies in a network that may not be reached.",
        OutcomeClass.RateLimited => "The publisher asked for fewer requests, and gets them: until then nothing is asked. That is no defect.",
        OutcomeClass.Gone => "The server says that it is gone for good. That is believed after three such answers, a day apart.",
        _ => "",
    };

    private static string AdviceFor(StoredFeed feed, OutcomeClass outcome) => outcome switch
    {
        OutcomeClass.ParseError or OutcomeClass.Gone => FindAnother(feed),
        OutcomeClass.HttpError => $"Open the address in a browser. If it fails there too, wait, or look for another one. {FindAnother(feed)}",
        OutcomeClass.Timeout => "Nothing, if it passes; else check the network of this machine: newswatcher doctor. Fetch:Timeout gives slow servers longer.",
        OutcomeClass.TooLarge => "Ask the publisher for a shorter feed, or raise Fetch:MaxFeedBytes where it was lowered.",
        OutcomeClass.Blocked => "Where the network is your own, allow it with Fetch:AllowedPrivateNetworks; else remove the feed.",
        OutcomeClass.RateLimited => "A longer interval (\"every\") helps, and so does your own Fetch:Contact, by which publishers know who asks.",
        _ => "",
    };

    private static string FindAnother(StoredFeed feed) =>
        feed.Feed.Url is { } url ? $"To find its feeds: newswatcher feeds discover {ShellText.Of(new Uri(url, "/"))}" : "Look at the file.";
}
