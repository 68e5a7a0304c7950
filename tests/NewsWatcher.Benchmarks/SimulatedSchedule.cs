using System.Diagnostics;
using System.Globalization;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Benchmarks;

/// <summary>The schedule at work on simulated publishers and by a simulated clock: the real stores on SQLite and the real timing, without the network.</summary>
internal sealed class SimulatedSchedule(Database database)
{
    private const int ClaimedAtOnce = 128;
    private const double Tolerance = 0.1;

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly DueFeeds _due = new(new FeedStore(database), new DelayStore(database), new WatchingOptions());
    private readonly PollStore _polls = new(database);
    private readonly Dictionary<long, (DateTimeOffset At, TimeSpan Interval)> _last = [];
    private readonly Dictionary<string, SimulatedFeed> _publishers = new(StringComparer.Ordinal);

    public List<double> TickMilliseconds { get; } = [];

    /// <summary>Of this process, so that other work on the machine does not count.</summary>
    public List<double> TickCpuMilliseconds { get; } = [];

    public int Polls { get; private set; }

    public int MostOfATick { get; private set; }

    public int MostOfAHost { get; private set; }

    /// <summary>From the start until every feed had been polled once; null when one never was.</summary>
    public TimeSpan? AllPolledAfter { get; private set; }

    /// <summary>Polls that came at another time than their feed's interval, a tenth to either side.</summary>
    public int OutsideTheirInterval { get; private set; }

    /// <summary>The farthest that a poll lay from its feed's interval, as a share of it.</summary>
    public double Farthest { get; private set; }

    public int Intervals { get; private set; }

    /// <param name="hostOf">The host of a feed by its number.</param>
    public async Task RunAsync(int count, Func<int, string> hostOf, TimeSpan span, CancellationToken ct)
    {
        for (var number = 0; number < count; number++)
        {
            var feed = new SimulatedFeed(number, hostOf(number), Start);
            _publishers.Add(feed.Definition.Id, feed);
        }

        await new CatalogStore(database).AddAsync([.. _publishers.Values.Select(p => p.Definition)], Start, ct);
        var options = new WatchingOptions();
        var timing = new FeedTiming(options, (_, _, _) => null);
        for (var now = Start; now < Start + span; now += options.Tick)
        {
            await TickAsync(timing, now, ct);
            AllPolledAfter ??= _last.Count == count ? now - Start : null;
        }
    }

    private async Task TickAsync(FeedTiming timing, DateTimeOffset now, CancellationToken ct)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var due = await _due.TakeAsync(now, ct);
        var claimed = new List<(StoredFeed Feed, long PollId)>();
        foreach (var some in due.Chunk(ClaimedAtOnce))
        {
            claimed.AddRange(some.Zip(await _polls.BeginAsync([.. some.Select(f => f.Id)], now, ct)));
        }

        TickMilliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        TickCpuMilliseconds.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
        (Polls, MostOfATick) = (Polls + due.Count, Math.Max(MostOfATick, due.Count));
        MostOfAHost = Math.Max(MostOfAHost, due.CountBy(f => f.Host ?? "", StringComparer.Ordinal).Select(h => h.Value).DefaultIfEmpty().Max());
        foreach (var (feed, pollId) in claimed)
        {
            Note(feed, now);
            var outcome = Answered(timing, feed, pollId, now);
            await _polls.FinishAsync(outcome, ct);
            var publisher = _publishers[feed.Feed.Id];
            _last[feed.Id] = (now, FeedSchedule.Interval(new PollEnd
            {
                FeedId = feed.Feed.Id, Outcome = outcome.Outcome, Every = feed.Feed.Every, Rate = outcome.Rate, Ttl = publisher.Ttl, FreshFor = publisher.FreshFor, SharesHost = feed.SharesHost,
            }));
        }
    }

    private void Note(StoredFeed feed, DateTimeOffset now)
    {
        if (_last.TryGetValue(feed.Id, out var last))
        {
            var off = Math.Abs(((now - last.At) / last.Interval) - 1);
            Intervals++;
            OutsideTheirInterval += off > Tolerance + 1e-9 ? 1 : 0;
            Farthest = Math.Max(Farthest, off);
        }
    }

    private PollOutcome Answered(FeedTiming timing, StoredFeed feed, long pollId, DateTimeOffset now)
    {
        var publisher = _publishers[feed.Feed.Id];
        var hash = string.Create(CultureInfo.InvariantCulture, $"{now.Ticks}");
        if (!publisher.HasNews(now) && feed.FirstSuccessAt is not null)
        {
            var same = new FeedPoll.Unchanged(null, 0, 304, publisher.FreshFor);
            return timing.Unchanged(new(feed, pollId, WasFull: false, same), same, now);
        }

        var document = new FeedRead.Document("F", null, [], publisher.Ttl, null);
        var fresh = new FeedPoll.Fresh(document, Validators.None, hash, 50_000, 200, publisher.FreshFor, null);
        return timing.Read(new(feed, pollId, WasFull: false, fresh), fresh, new PolledBody("F", Validators.None, hash, [], 0) { Ttl = publisher.Ttl }, foundNew: true, now);
    }
}
