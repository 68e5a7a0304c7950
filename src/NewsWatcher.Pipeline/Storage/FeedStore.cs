using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>Feeds with their state and history.</summary>
public sealed class FeedStore(Database database)
{
    private const string State = """
        select f.id, f.definition, f.origin, f.active, f.muted_at, f.next_poll_at, f.last_attempt_at, f.last_success_at, f.first_success_at, f.full_fetch_at,
            f.etag, f.last_modified, f.content_hash, f.title, f.outcome, f.reason, f.errors, f.not_before_at, f.gone_at,
            f.by_link, f.ttl_seconds, f.gone_count, f.gone_counted_at, f.moved_to, f.address
        """;

    private const string Columns = State + ", (select count(distinct e.item_id) from entries e where e.feed_id = f.id) as items from feeds f";
    private const string Polled = State + " from feeds f";

    /// <summary>A due time (of @furthest on) that only a clock that was wrong once can have set: other than by cron, no feed waits so long.</summary>
    internal const string TooFar = "next_poll_at > @furthest and definition ->> '$.cron' is null";

    /// <summary>The parameter of <see cref="TooFar"/>.</summary>
    internal static DateTimeOffset Furthest(DateTimeOffset now) => now.AddHours(25);

    /// <summary>Every feed that is polled, or was.</summary>
    public Task<IReadOnlyList<StoredFeed>> ListAsync(CancellationToken ct) => ReadAsync(Columns + " order by f.active desc, f.key", null, ct);

    public async Task<StoredFeed?> FindAsync(string key, CancellationToken ct) =>
        await ReadAsync(Columns + " where f.key = @key", new { key }, ct) is [var feed] ? feed : null;

    /// <summary>Feeds whose time has come, the longest overdue first. A due time further away than any interval allows was written by a wrong clock and
    /// counts as come; a process that is restarted again and again asks no feed twice within a minute.</summary>
    public Task<IReadOnlyList<StoredFeed>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct) => ReadAsync(Polled + """
         where f.active = 1 and f.muted_at is null and f.gone_at is null
            and (f.not_before_at is null or f.not_before_at <= @now)
            and not (coalesce(f.last_attempt_at, 0) between @justNow and @now)
            and (f.next_poll_at <= @now or (
        """ + TooFar + ")) order by f.next_poll_at, f.id limit @limit", new { now, furthest = Furthest(now), justNow = now.AddSeconds(-59), limit }, ct);

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
        await database.ReadAsync(async db => (IReadOnlyList<StoredFeed>)[.. (await db.RowsAsync<Row>(sql, args, ct)).Select(r => r.ToFeed())], ct);

    private sealed record Row
    {
        public long Id { get; init; }

        public string Definition { get; init; } = "";

        public string Origin { get; init; } = "";

        public bool Active { get; init; }

        public DateTimeOffset? MutedAt { get; init; }

        public DateTimeOffset NextPollAt { get; init; }

        public DateTimeOffset? LastAttemptAt { get; init; }

        public DateTimeOffset? LastSuccessAt { get; init; }

        public DateTimeOffset? FirstSuccessAt { get; init; }

        public DateTimeOffset? FullFetchAt { get; init; }

        public string? Etag { get; init; }

        public string? LastModified { get; init; }

        public string? ContentHash { get; init; }

        public string? Title { get; init; }

        public string? Outcome { get; init; }

        public string? Reason { get; init; }

        public long Errors { get; init; }

        public DateTimeOffset? NotBeforeAt { get; init; }

        // 1: ids were found to repeat; 2: links were, with several titles.
        public long ByLink { get; init; }

        public long? TtlSeconds { get; init; }

        public long GoneCount { get; init; }

        public DateTimeOffset? GoneCountedAt { get; init; }

        public DateTimeOffset? GoneAt { get; init; }

        public string? MovedTo { get; init; }

        public string? Address { get; init; }

        public long Items { get; init; }

        public StoredFeed ToFeed() => new()
        {
            Id = Id,
            Feed = StoredJson.Read<Feed>(Definition),
            FromFile = string.Equals(Origin, "file", StringComparison.Ordinal),
            Active = Active,
            MutedAt = MutedAt,
            NextPollAt = NextPollAt,
            LastAttemptAt = LastAttemptAt,
            LastSuccessAt = LastSuccessAt,
            FirstSuccessAt = FirstSuccessAt,
            FullFetchAt = FullFetchAt,
            Validators = new(Etag, LastModified),
            ContentHash = ContentHash,
            Title = Title,
            Outcome = Outcome is null ? null : OutcomeWords.Read(Outcome),
            Reason = Reason,
            Errors = (int)Errors,
            NotBeforeAt = NotBeforeAt,
            ByLink = (ByLink & 1) != 0,
            ByTitle = (ByLink & 2) != 0,
            Ttl = TtlSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            GoneCount = (int)GoneCount,
            GoneCountedAt = GoneCountedAt,
            GoneAt = GoneAt,
            MovedTo = MovedTo,
            Address = Address,
            Items = Items,
        };
    }
}
