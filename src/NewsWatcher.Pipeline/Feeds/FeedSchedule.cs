using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>When a feed is due again: its interval, the publisher's wishes within bounds, longer after failures. Pure; jitter is stable per feed.</summary>
public static class FeedSchedule
{
    private const int MaxDoublings = 6;
    private const double Jitter = 0.1;

    public static TimeSpan Default { get; } = TimeSpan.FromMinutes(60);

    public static TimeSpan Shortest { get; } = TimeSpan.FromMinutes(5);

    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>When most hosts fail at once, it is our network: nothing is charged to the feeds.</summary>
    public static TimeSpan NetworkDown { get; } = TimeSpan.FromMinutes(2);

    public static DateTimeOffset Next(DateTimeOffset now, PollEnd end) => now + end.Outcome switch
    {
        OutcomeClass.Ok or OutcomeClass.NotModified or OutcomeClass.Moved => Spread(Interval(end), end),
        OutcomeClass.RateLimited => Longer(Limited(end), end.Bounds.Shortest),
        OutcomeClass.Gone => Longest,
        _ => Backoff(end),
    };

    /// <summary>A due time that lies further away than any rule allows (a clock was wrong) is brought back.</summary>
    public static DateTimeOffset Clamped(DateTimeOffset next, DateTimeOffset now) => next > now + Longest ? now + Shortest : next;

    public static TimeSpan Interval(PollEnd end)
    {
        var wished = end.Every ?? Longer(end.Bounds.Default, Longer(end.Ttl ?? TimeSpan.Zero, end.FreshFor ?? TimeSpan.Zero));
        return Shorter(end.Bounds.Longest, Longer(end.Bounds.Shortest, wished));
    }

    private static TimeSpan Backoff(PollEnd end)
    {
        var interval = Interval(end);
        var most = Shorter(interval * (1 << Math.Clamp(end.Errors, 0, MaxDoublings)), end.Bounds.Longest);
        return Longer(interval, most * Fraction($"{end.FeedId}#{end.Errors}"));
    }

    private static TimeSpan Limited(PollEnd end) =>
        Shorter(end.RetryAfter ?? TimeSpan.FromHours(1) * (1 << Math.Clamp(end.Errors - 1, 0, MaxDoublings)), Longest);

    // Never below the shortest interval nor above the longest.
    private static TimeSpan Spread(TimeSpan interval, PollEnd end) =>
        Shorter(end.Bounds.Longest, Longer(end.Bounds.Shortest, interval * (1 - Jitter + (2 * Jitter * Fraction(end.FeedId)))));

    private static double Fraction(string seed) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) / (double)uint.MaxValue;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
