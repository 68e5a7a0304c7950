using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>When a feed is due again: as often as it changes, the publisher's wishes within bounds, longer after failures. Pure; jitter is stable per feed.</summary>
public static class FeedSchedule
{
    private const int MaxDoublings = 6;
    private const double Jitter = 0.1;

    private static readonly TimeSpan AfterOpening = TimeSpan.FromMinutes(10);

    public static TimeSpan Default { get; } = TimeSpan.FromMinutes(60);

    public static TimeSpan Shortest { get; } = TimeSpan.FromMinutes(5);

    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>When most hosts fail at once, it is our network: nothing is charged to the feeds.</summary>
    public static TimeSpan NetworkDown { get; } = TimeSpan.FromMinutes(2);

    public static DateTimeOffset Next(DateTimeOffset now, PollEnd end) => end.Outcome switch
    {
        OutcomeClass.Ok or OutcomeClass.NotModified or OutcomeClass.Moved => AtGoodTimes(now, now + (Interval(end) * (1 - Jitter)), now + Spread(Interval(end), end), end),
        OutcomeClass.RateLimited => now + Longer(Limited(end), end.Bounds.Shortest),
        OutcomeClass.Gone => now + Longest,
        _ => AtGoodTimes(now, now + Backoff(end), now + Backoff(end), end),
    };

    /// <summary>A moment after <paramref name="from"/>, within a span, that is always the same for one feed and another for the next.</summary>
    public static DateTimeOffset Spread(DateTimeOffset from, TimeSpan within, string feedId) => from + (within * Fraction(feedId));

    public static TimeSpan Interval(PollEnd end)
    {
        var wished = end.Every ?? Longer(end.Rate.Interval(end.Bounds.Default), Longer(end.Ttl ?? TimeSpan.Zero, end.FreshFor ?? TimeSpan.Zero));
        return Shorter(end.Bounds.Longest, Longer(Least(end), wished));
    }

    // What a person configured may be as short as the bounds allow; what we choose ourselves spares a host that serves several feeds.
    private static TimeSpan Least(PollEnd end) =>
        end.Every is null && end.SharesHost ? Longer(end.Bounds.Shortest, end.Bounds.ShortestOfSharedHost) : end.Bounds.Shortest;

    private static TimeSpan Backoff(PollEnd end)
    {
        var interval = Interval(end);
        var most = Shorter(interval * (1 << Math.Clamp(end.Errors, 0, MaxDoublings)), end.Bounds.Longest);
        return Longer(interval, most * Fraction($"{end.FeedId}#{end.Errors}"));
    }

    private static TimeSpan Limited(PollEnd end) =>
        Shorter(end.RetryAfter ?? TimeSpan.FromHours(1) * (1 << Math.Clamp(end.Limits - 1, 0, MaxDoublings)), Longest);

    // A tenth to either side, and never below the shortest interval nor above the longest. The tick that polls it comes a little later.
    private static TimeSpan Spread(TimeSpan interval, PollEnd end)
    {
        var (least, most) = (interval * (1 - Jitter), (interval * (1 + Jitter)) - end.Bounds.Lateness);
        return Shorter(end.Bounds.Longest, Longer(Least(end), least + (Longer(most - least, TimeSpan.Zero) * Fraction(end.FeedId))));
    }

    // A feed that says when nothing comes, or when its updates come, is asked then; but never less often than the longest interval.
    private static DateTimeOffset AtGoodTimes(DateTimeOffset now, DateTimeOffset earliest, DateTimeOffset next, PollEnd end)
    {
        if (end.Every is not null || end.Times == PublishingTimes.Any)
        {
            return next;
        }

        var due = end.Times.Base is not null && end.Ttl is { } period && period <= end.Bounds.Longest
            ? Spread(end.Times.FirstUpdate(earliest, period), Shorter(period * Jitter, AfterOpening), end.FeedId) : next;
        var open = end.Times.FirstOpen(due);
        due = open == due ? due : Spread(open, AfterOpening, end.FeedId);
        var latest = now + end.Bounds.Longest;
        return due <= latest ? due : latest;
    }

    private static double Fraction(string seed) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) / (double)uint.MaxValue;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
