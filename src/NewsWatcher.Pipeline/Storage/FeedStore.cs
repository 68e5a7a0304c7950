using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>Feeds with their state and history.</summary>
public sealed class FeedStore(Database database)
{
    private const string State = """
        select f.id, f.definition, f.origin, f.active, f.muted_at, f.next_poll_at, f.last_attempt_at, f.last_success_at, f.first_success_at, f.full_fetch_at,
            f.etag, f.last_modified, f.content_hash, f.title, f.outcome, f.reason, f.errors, f.not_before_at, f.gone_at,
            f.by_link, f.ttl_seconds, f.gone_count, f.gone_counted_at, f.moved_to, f.moved_said_at, f.moved_at, f.address, f.batches, f.watched_seconds,
            f.skipped_hours, f.skipped_days, f.update_base, f.limits, f.missing_since, f.site, f.document_id, f.identity_changed_at, f.reach, f.host,
            exists (select 1 from feeds o where o.host = f.host and o.id <> f.id and o.active = 1 and o.muted_at is null and o.gone_at is null) as shares_host
        """;

    private const string Columns = State + """
        , (select count(distinct e.item_id) from entries e where e.feed_id = f.id) as items,
            (select count(*) from items q where q.quarantined_by = f.id) as quarantined
        from feeds f
        """;

    private const string Polled = State + " from feeds f";

    /// <summary>A due time (of @furthest on) that only a clock that was wrong once can have set: other than by cron, no feed waits so long.</summary>
    internal const string TooFar = "next_poll_at > @furthest and definition ->> '$.cron' is null";

    /// <summary>The feeds whose time has come by @now, @furthest and @justNow, from the index alone.</summary>
    internal const string Come = """
        come as (
            select id, next_poll_at, host from feeds where active = 1 and muted_at is null and gone_at is null and next_poll_at <= @now
                and (not_before_at is null or not_before_at <= @now) and not (coalesce(last_attempt_at, 0) between @justNow and @now)
            union all
            select id, next_poll_at, host from feeds where active = 1 and muted_at is null and gone_at is null
                and (not_before_at is null or not_before_at <= @now) and not (coalesce(last_attempt_at, 0) between @justNow and @now) and
        """ + " " + TooFar + ") ";

    /// <summary>The parameter of <see cref="TooFar"/>.</summary>
    internal static DateTimeOffset Furthest(DateTimeOffset now) => now.AddHours(25);

    internal static DateTimeOffset JustNow(DateTimeOffset now) => now.AddSeconds(-59);

    /// <summary>Every feed that is polled, or was.</summary>
    public Task<IReadOnlyList<StoredFeed>> ListAsync(CancellationToken ct) => ReadAsync(Columns + " order by f.active desc, f.key", null, ct);

    public async Task<StoredFeed?> FindAsync(string key, CancellationToken ct) =>
        await ReadAsync(Columns + " where f.key = @key", new { key }, ct) is [var feed] ? feed : null;

    /// <summary>Feeds whose time has come, the longest overdue first. A due time further away than any interval allows was written by a wrong clock and
    /// counts as come; a process that is restarted again and again asks no feed twice within a minute.</summary>
    public Task<IReadOnlyList<StoredFeed>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct) => ReadAsync(
        "with " + Come + State + " from (select id, next_poll_at from come order by next_poll_at, id limit @limit) d join feeds f on f.id = d.id order by d.next_poll_at, d.id",
        new { now, furthest = Furthest(now), justNow = JustNow(now), limit }, ct);

    /// <summary>Feeds that were asked to wait and still do.</summary>
    public Task<IReadOnlyList<StoredFeed>> LimitedAsync(DateTimeOffset now, CancellationToken ct) =>
        ReadAsync(Polled + " where f.limits > 0 and f.not_before_at > @now", new { now }, ct);

    /// <summary>Feeds that could not be reached, and have not been since.</summary>
    public Task<IReadOnlyList<StoredFeed>> UnreachedAsync(CancellationToken ct) => ReadAsync(Polled + " where f.reach is not null and f.active = 1", null, ct);

    /// <summary>The last time that any feed was asked; null before the first.</summary>
    public Task<DateTimeOffset?> NewestAttemptAsync(CancellationToken ct) =>
        database.ReadAsync(db => db.RowAsync<DateTimeOffset?>("select last_attempt_at from feeds where last_attempt_at is not null order by last_attempt_at desc limit 1", null, ct), ct);

    /// <summary>Every feed that may be polled at all: due times are ignored, Retry-After, gone and mute are not.</summary>
    public Task<IReadOnlyList<StoredFeed>> PollableAsync(DateTimeOffset now, CancellationToken ct) => ReadAsync(Polled + """
         where f.active = 1 and f.muted_at is null and f.gone_at is null and (f.not_before_at is null or f.not_before_at <= @now) order by f.id
        """, new { now }, ct);

    /// <summary>The folders of pages that file feeds map, by feed key.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> PagesAsync(CancellationToken ct) =>
        (await ReadAsync(Polled + " where f.definition ->> '$.file' is not null", null, ct)).ToDictionary(f => f.Feed.Id, f => f.Feed.Pages, StringComparer.Ordinal);

    /// <summary>The newest polls of a feed, newest first.</summary>
    public Task<IReadOnlyList<PollRow>> HistoryAsync(long feedId, int limit, CancellationToken ct) => database.ReadAsync(db => db.RowsAsync<PollRow>("""
        select started_at, finished_at, outcome, reason, status, bytes, entries, added, changed, next_poll_at
        from polls where feed_id = @feedId order by id desc limit @limit
        """, new { feedId, limit }, ct), ct);

    /// <summary>How the items of a feed were read, the most frequent way first. What a paywall cuts short and what robots.txt refuses are ways of their own.</summary>
    public Task<IReadOnlyList<ReadingShare>> SharesAsync(long feedId, CancellationToken ct) => database.ReadAsync(db => db.RowsAsync<ReadingShare>("""
        select reading, reason, count(*) as items from (
            select case when i.reading = 'read' and exists (select 1 from json_each(v.notices) n where n.value ->> '$.kind' = 'paywalled') then 'paywalled'
                    when i.reading = 'unreadable' and substr(i.reading_reason, 1, length(@refused)) = @refused then 'robots' else i.reading end as reading,
                case when i.reading = 'unreadable' and substr(i.reading_reason, 1, length(@refused)) = @refused then null else i.reading_reason end as reason
            from items i left join versions v on v.id = i.version_id where i.id in (select item_id from entries where feed_id = @feedId))
        group by reading, reason order by items desc, reading, reason limit 20
        """, new { feedId, refused = RobotsGate.RefusalBegins }, ct), ct);

    private async Task<IReadOnlyList<StoredFeed>> ReadAsync(string sql, object? args, CancellationToken ct) =>
        await database.ReadAsync(async db => (IReadOnlyList<StoredFeed>)[.. (await db.RowsAsync<FeedRow>(sql, args, ct)).Select(r => r.ToFeed())], ct);
}
