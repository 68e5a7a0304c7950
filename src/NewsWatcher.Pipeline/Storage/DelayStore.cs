namespace NewsWatcher.Storage;

/// <summary>Feeds that are put off, or brought forward, for a reason that is not theirs.</summary>
public sealed class DelayStore(Database database)
{
    /// <summary>Spreads everything that is due over this tick and the next ones: one feed of each host first, then the next of each.</summary>
    /// <param name="perTick">Feeds of one tick.</param>
    /// <param name="perHost">Feeds of one host and tick.</param>
    public Task SpreadAsync(DateTimeOffset now, TimeSpan tick, int perTick, int perHost, CancellationToken ct) => database.WriteAsync(db => db.RunAsync(
        "with " + FeedStore.Come + """
        , turns as (
            select id, next_poll_at, row_number() over (partition by coalesce(host, id) order by next_poll_at, id) as turn from come
        ), places as (
            select id, max((row_number() over (order by turn, next_poll_at, id) - 1) / @perTick, (turn - 1) / @perHost) as slot from turns
        )
        update feeds set next_poll_at = @now + places.slot * @milliseconds from places where feeds.id = places.id and places.slot > 0
        """, new { now, furthest = FeedStore.Furthest(now), justNow = FeedStore.JustNow(now), perTick, perHost, milliseconds = (long)tick.TotalMilliseconds }, ct), ct);

    /// <summary>Takes back what was charged to feeds before it was clear that our own network had failed, and asks them again soon.</summary>
    public Task ForgiveAsync(IReadOnlyList<long> feedIds, DateTimeOffset again, CancellationToken ct) => database.WriteAsync(async db =>
    {
        foreach (var id in feedIds)
        {
            await db.RunAsync("update feeds set errors = max(errors - 1, 0), next_poll_at = min(next_poll_at, @again) where id = @id", new { id, again }, ct);
        }
    }, ct);

    /// <summary>Remembers which feeds could not be reached, and which were again (null): the next process goes on from there.</summary>
    public Task RememberAsync(IReadOnlyDictionary<long, Reach?> feeds, CancellationToken ct) => feeds.Count == 0 ? Task.CompletedTask : database.WriteAsync(async db =>
    {
        foreach (var (id, reach) in feeds)
        {
            await db.RunAsync("update feeds set reach = @reach where id = @id", new { id, reach = reach?.ToString().ToLowerInvariant() }, ct);
        }
    }, ct);

    /// <summary>Brings times near that were reckoned from a time which has not come yet: the clock went back. How many feeds it were.</summary>
    public Task<int> ResetAsync(DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        await db.RunAsync("update items set read_due_at = @now where read_due_at > @furthest", new { now, furthest = FeedStore.Furthest(now) }, ct);
        return await db.RunAsync("""
            update feeds set next_poll_at = @now + max(next_poll_at - last_attempt_at, 0), last_attempt_at = @now,
                not_before_at = case when not_before_at > last_attempt_at then @now + not_before_at - last_attempt_at end,
                full_fetch_at = case when full_fetch_at <= @now then full_fetch_at end, last_success_at = min(last_success_at, @now),
                gone_counted_at = min(gone_counted_at, @now), missing_since = min(missing_since, @now), moved_said_at = min(moved_said_at, @now), moved_at = min(moved_at, @now)
            where last_attempt_at > @now
            """, new { now }, ct);
    }, ct);
}
