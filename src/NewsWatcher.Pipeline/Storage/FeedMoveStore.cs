using System.Data.Common;

namespace NewsWatcher.Storage;

/// <summary>Moves of feeds: when a new address is believed, when it is given up, and what a person takes back.</summary>
public sealed class FeedMoveStore(Database database)
{
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromHours(1);

    /// <summary>Every move that was believed, the newest first.</summary>
    public Task<IReadOnlyList<FeedMove>> ListAsync(long feedId, CancellationToken ct) => database.ReadAsync(db => db.RowsAsync<FeedMove>(
        "select at, from_url, to_url, ended_at, ended_why from feed_moves where feed_id = @feedId order by id desc limit 50", new { feedId }, ct), ct);

    /// <summary>Takes the last move back: the address before it is asked again, and that move is not believed once more. Null when none is in force.</summary>
    public Task<FeedMove?> UndoAsync(string key, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        var move = await db.RowAsync<InForce>("""
            select m.id, m.feed_id, m.at, m.from_url, m.to_url from feed_moves m join feeds f on f.id = m.feed_id
            where f.key = @key and f.address = m.to_url and m.ended_at is null order by m.id desc limit 1
            """, new { key }, ct);
        if (move is null)
        {
            return null;
        }

        await db.RunAsync("update feed_moves set ended_at = @now, ended_why = 'undone' where id = @Id", new { now, move.Id }, ct);
        await db.RunAsync("""
            update feeds set address = nullif(@FromUrl, definition ->> '$.url'), moved_to = null, moved_said_at = null, moved_at = null,
                etag = null, last_modified = null, content_hash = null, next_poll_at = @now where id = @FeedId
            """, new { move.FromUrl, now, move.FeedId }, ct);
        return new FeedMove { At = move.At, FromUrl = move.FromUrl, ToUrl = move.ToUrl, EndedAt = now, EndedWhy = "undone" };
    }, ct);

    // A captive portal and a hijacked host redirect as well: a new address is believed when it shows the feed as it was known before the redirect, twice, an hour apart.
    // "Not modified" shows nothing: it only says where the feed is to be read whole the next time.
    internal static async Task SayAsync(DbConnection db, PollOutcome poll, CancellationToken ct)
    {
        if (poll.MovedTo is not { } target)
        {
            await db.RunAsync("update feeds set moved_to = null, moved_said_at = null, moved_at = null where id = @FeedId and moved_to is not null", new { poll.FeedId }, ct);
            return;
        }

        var before = await db.RowAsync<Said>("select moved_to, moved_said_at, moved_at, coalesce(address, definition ->> '$.url') as asked from feeds where id = @FeedId", new { poll.FeedId }, ct)
            ?? throw new InvalidOperationException($"feed {poll.FeedId} is polled and not there");
        var isSame = string.Equals(before.MovedTo, target, StringComparison.Ordinal);
        var saidAt = isSame ? before.MovedSaidAt ?? poll.At : poll.At;
        DateTimeOffset? provenAt = poll.Body is not { } body || !await IsProvenAsync(db, poll, body, before.Asked, target, saidAt, ct) ? null : isSame ? before.MovedAt ?? poll.At : poll.At;
        if (provenAt <= poll.At - BetweenReadings)
        {
            await db.RunAsync("insert into feed_moves (feed_id, at, from_url, to_url) values (@FeedId, @At, @Asked, @target)", new { poll.FeedId, poll.At, before.Asked, target }, ct);
            await db.RunAsync("update feeds set address = @target, moved_to = null, moved_said_at = null, moved_at = null where id = @FeedId", new { target, poll.FeedId }, ct);
            return;
        }

        await db.RunAsync("update feeds set moved_to = @target, moved_said_at = @saidAt, moved_at = @provenAt where id = @FeedId", new { target, saidAt, provenAt, poll.FeedId }, ct);
    }

    /// <summary>Goes back to the configured address of a feed whose new one keeps failing.</summary>
    internal static async Task GiveUpAsync(DbConnection db, PollOutcome poll, CancellationToken ct)
    {
        if (await db.RunAsync("update feeds set address = null, moved_to = null, moved_said_at = null, moved_at = null where id = @FeedId and address is not null", new { poll.FeedId }, ct) > 0)
        {
            await db.RunAsync("update feed_moves set ended_at = @At, ended_why = 'failed' where feed_id = @FeedId and ended_at is null", new { poll.At, poll.FeedId }, ct);
        }
    }

    /// <summary>Ends the moves of feeds whose address a person has changed since: nothing of them is asked any more.</summary>
    internal static Task EndChangedAsync(DbConnection db, DateTimeOffset now, CancellationToken ct) => db.RunAsync(
        "update feed_moves set ended_at = @now, ended_why = 'changed' where ended_at is null and feed_id in (select id from feeds where address is null)", new { now }, ct);

    // What was first seen through the redirect itself proves nothing, and what a person took back stays taken back.
    private static async Task<bool> IsProvenAsync(DbConnection db, PollOutcome poll, PolledBody body, string? asked, string target, DateTimeOffset saidAt, CancellationToken ct) =>
        await db.ValueAsync<long>("""
            select not exists (select 1 from feed_moves where feed_id = @FeedId and from_url = @asked and to_url = @target and ended_why = 'undone')
                and (exists (select 1 from feeds where id = @FeedId and identity_changed_at is null and (title = @Title or document_id = @Id))
                    or exists (select 1 from entries e join items i on i.id = e.item_id
                        where e.feed_id = @FeedId and e.last_seen_at = @At and e.first_seen_at < @saidAt and i.quarantined_by is null))
            """, new { poll.FeedId, asked, target, body.Identity.Title, body.Identity.Id, poll.At, saidAt }, ct) == 1;

    private sealed record Said
    {
        public string? MovedTo { get; init; }

        public DateTimeOffset? MovedSaidAt { get; init; }

        public DateTimeOffset? MovedAt { get; init; }

        public string? Asked { get; init; }
    }

    private sealed record InForce
    {
        public long Id { get; init; }

        public long FeedId { get; init; }

        public DateTimeOffset At { get; init; }

        public string FromUrl { get; init; } = "";

        public string ToUrl { get; init; } = "";
    }
}
