namespace NewsWatcher.Storage;

/// <summary>What people keep beside what was captured: tags, notes, cursors.</summary>
public sealed class ReviewStore(Database database)
{
    /// <summary>False when there is no such item.</summary>
    public Task<bool> TagAsync(long itemId, string tag, bool remove, CancellationToken ct) => database.WriteAsync(async db =>
    {
        if (await db.ValueAsync<long>("select count(*) from items where id = @itemId", new { itemId }, ct) == 0)
        {
            return false;
        }

        await db.RunAsync(remove
            ? "delete from tags where item_id = @itemId and tag = @tag"
            : "insert into tags (item_id, tag) values (@itemId, @tag) on conflict do nothing", new { itemId, tag }, ct);
        return true;
    }, ct);

    /// <summary>False when there is no such item.</summary>
    public Task<bool> NoteAsync(long itemId, string text, string actor, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        if (await db.ValueAsync<long>("select count(*) from items where id = @itemId", new { itemId }, ct) == 0)
        {
            return false;
        }

        await db.RunAsync("insert into notes (item_id, at, actor, text) values (@itemId, @now, @actor, @text)", new { itemId, now, actor, text }, ct);
        return true;
    }, ct);

    /// <summary>The instant up to which a reader has seen a deal; null for never.</summary>
    public Task<DateTimeOffset?> CursorAsync(string reader, string dealId, CancellationToken ct) =>
        database.ReadAsync(db => db.RowAsync<DateTimeOffset?>("select at from cursors where reader = @reader and deal_id = @dealId", new { reader, dealId }, ct), ct);

    public Task MoveCursorAsync(string reader, string dealId, DateTimeOffset at, CancellationToken ct) => database.WriteAsync(db => db.RunAsync("""
        insert into cursors (reader, deal_id, at) values (@reader, @dealId, @at) on conflict (reader, deal_id) do update set at = excluded.at
        """, new { reader, dealId, at }, ct), ct);
}
