using System.Data.Common;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>Feeds, outlets and deals as the database knows them. Rows from files follow the files; rows that people added win over them.</summary>
public sealed class CatalogStore(Database database)
{
    // The range of keys is what the index knows; the deal is what makes it a search.
    private const string OfSearches = "key >= 'search-' and key < 'search.' and definition ->> '$.deal' is not null";

    /// <summary>Makes the file rows equal to the files, in one transaction. What a file no longer names becomes inactive; nothing is deleted.</summary>
    /// <param name="stamp">Tells these files from later states of them; see <see cref="StampAsync"/>.</param>
    public Task SyncAsync(IReadOnlyList<Feed> feeds, IReadOnlyList<Outlet> outlets, IReadOnlyList<FollowedDeal> deals, string stamp, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(async db =>
        {
            await db.RunAsync("insert into settings (name, value) values ('files', @stamp) on conflict (name) do update set value = excluded.value", new { stamp }, ct);
            await db.RunAsync("""
                update feeds set active = 0 where origin = 'file' and definition ->> '$.deal' is null;
                update outlets set active = 0 where origin = 'file';
                update deals set active = 0 where origin = 'file';
                """, null, ct);
            foreach (var feed in feeds)
            {
                await SaveAsync(db, feed, fromFile: true, ct);
            }

            await FeedMoveStore.EndChangedAsync(db, now, ct);
            foreach (var outlet in outlets)
            {
                await SaveAsync(db, outlet, fromFile: true, ct);
            }

            foreach (var deal in deals)
            {
                await SaveAsync(db, deal, fromFile: true, ct);
            }
        }, ct);

    /// <summary>Makes the news searches of deals equal to these. What is no longer wanted becomes inactive; its items stay. Nothing is written where nothing changed.</summary>
    public async Task SyncSearchesAsync(IReadOnlyList<Feed> wanted, CancellationToken ct)
    {
        // A feed that somebody named like one stays what it is.
        var named = await database.ReadAsync(db => db.RowsAsync<string>("select key from feeds where key >= 'search-' and key < 'search.' and definition ->> '$.deal' is null", null, ct), ct);
        var free = wanted.Where(f => !named.Contains(f.Id)).ToList();
        var known = await database.ReadAsync(db => db.RowsAsync<string>("select definition from feeds where active = 1 and " + OfSearches, null, ct), ct);
        if (known.ToHashSet(StringComparer.Ordinal).SetEquals(free.Select(StoredJson.Of)))
        {
            return;
        }

        await database.WriteAsync(async db =>
        {
            await db.RunAsync("update feeds set active = 0 where " + OfSearches, null, ct);
            foreach (var feed in free)
            {
                await SaveAsync(db, feed, fromFile: true, ct);
            }
        }, ct);
    }

    /// <summary>The stamp of the files that are in force; null before the first.</summary>
    public Task<string?> StampAsync(CancellationToken ct) => database.ReadAsync(db => db.RowAsync<string>("select value from settings where name = 'files'", null, ct), ct);

    /// <summary>Another one whenever what <see cref="LoadAsync"/> reads is another.</summary>
    public Task<string?> VersionAsync(CancellationToken ct) => database.ReadAsync(db => db.RowAsync<string>("select value from settings where name = 'catalog'", null, ct), ct);

    public Task<Catalog> LoadAsync(CancellationToken ct) => database.ReadAsync(async db =>
    {
        var outlets = await db.RowsAsync<string>("select definition from outlets where active = 1 order by id", null, ct);
        var deals = await db.RowsAsync<string>("select definition from deals where active = 1 and definition is not null order by position, id", null, ct);
        var feeds = await db.RowsAsync<FeedOwner>("select key, definition ->> '$.outletId' as outlet_id, definition ->> '$.url' as url, definition ->> '$.name' as name, title from feeds", null, ct);
        var catalog = new Catalog([.. outlets.Select(StoredJson.Read<Outlet>)], [.. deals.Select(StoredJson.Read<FollowedDeal>)]);
        return catalog with { FeedOutlets = feeds.ToDictionary(f => f.Key, f => f.Outlet(catalog.Publishers), StringComparer.Ordinal) };
    }, ct);

    public Task AddAsync(Feed feed, DateTimeOffset now, CancellationToken ct) => AddAsync([feed], now, ct);

    /// <summary>Adds all of them or, when one fails, none.</summary>
    public Task AddAsync(IReadOnlyList<Feed> feeds, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        foreach (var feed in feeds)
        {
            await SaveAsync(db, feed, fromFile: false, ct);
        }

        await FeedMoveStore.EndChangedAsync(db, now, ct);
    }, ct);

    /// <summary>Ids of the deals that people added or edited here.</summary>
    public async Task<IReadOnlySet<string>> AddedDealsAsync(CancellationToken ct) => (await database.ReadAsync(db =>
        db.RowsAsync<string>("select id from deals where origin = 'added' and active = 1 and definition is not null", null, ct), ct)).ToHashSet(StringComparer.Ordinal);

    public Task AddAsync(Outlet outlet, CancellationToken ct) => database.WriteAsync(db => SaveAsync(db, outlet, fromFile: false, ct), ct);

    /// <summary>Adds a deal, or puts an edited definition in place of the configured one.</summary>
    public Task AddAsync(FollowedDeal deal, CancellationToken ct) => database.WriteAsync(db => SaveAsync(db, deal, fromFile: false, ct), ct);

    /// <summary>Stops following an added deal; what was captured stays. False when there is no such deal or a file configures it.</summary>
    public async Task<bool> RemoveDealAsync(string id, CancellationToken ct) =>
        await database.WriteAsync(db => db.RunAsync("update deals set active = 0 where root_id = @id and origin = 'added' and active = 1", new { id }, ct), ct) > 0;

    /// <summary>Stops polling an added feed; its items stay. False when there is no such feed or a file configures it.</summary>
    public async Task<bool> RemoveFeedAsync(string key, CancellationToken ct) =>
        await database.WriteAsync(db => db.RunAsync("update feeds set active = 0 where key = @key and origin = 'added' and active = 1", new { key }, ct), ct) > 0;

    /// <param name="at">When it was muted; null unmutes, and asks a feed once more that was gone.</param>
    public async Task<bool> MuteFeedAsync(string key, DateTimeOffset? at, CancellationToken ct) =>
        await database.WriteAsync(db => db.RunAsync("""
            update feeds set muted_at = @at, gone_at = case when @at is not null then gone_at end, gone_count = case when @at is null and gone_at is not null then 0 else gone_count end
            where key = @key and active = 1
            """, new { key, at }, ct), ct) > 0;

    // A changed definition polls soon: what it says now may differ from what was fetched. What was known of one address, and asked for there, says nothing of another one;
    // a name or an interval changes none of it. Who adds a feed that was gone has found it again.
    private static Task SaveAsync(DbConnection db, Feed feed, bool fromFile, CancellationToken ct) => db.RunAsync("""
        insert into feeds (key, definition, origin, active) values (@Id, @definition, @origin, @Enabled)
        on conflict (key) do update set definition = excluded.definition, active = excluded.active, origin = excluded.origin,
            next_poll_at = case when feeds.definition = excluded.definition then feeds.next_poll_at else 0 end,
            etag = case when feeds.definition = excluded.definition then feeds.etag end,
            last_modified = case when feeds.definition = excluded.definition then feeds.last_modified end,
            content_hash = case when feeds.definition = excluded.definition then feeds.content_hash end,
            (address, moved_to, moved_said_at, moved_at, site, document_id, identity_changed_at, missing_since, not_before_at, reach, limits, errors) =
                (select s.address, s.moved_to, s.moved_said_at, s.moved_at, s.site, s.document_id, s.identity_changed_at, s.missing_since, s.not_before_at, s.reach,
                    coalesce(s.limits, 0), coalesce(s.errors, 0)
                from (select 1) left join feeds s on s.id = feeds.id and s.definition ->> '$.url' is excluded.definition ->> '$.url'),
            (gone_at, gone_count, gone_counted_at) = (select s.gone_at, coalesce(s.gone_count, 0), s.gone_counted_at
                from (select 1) left join feeds s on s.id = feeds.id and excluded.origin = 'file' and s.definition ->> '$.url' is excluded.definition ->> '$.url')
        where excluded.origin = 'added' or feeds.origin = 'file' or feeds.active = 0
        """, new { feed.Id, definition = StoredJson.Of(feed), origin = Origin(fromFile), feed.Enabled }, ct);

    private static Task SaveAsync(DbConnection db, Outlet outlet, bool fromFile, CancellationToken ct) => db.RunAsync("""
        insert into outlets (id, definition, origin) values (@Id, @definition, @origin)
        on conflict (id) do update set definition = excluded.definition, origin = excluded.origin, active = 1
        where excluded.origin = 'added' or outlets.origin = 'file' or outlets.active = 0
        """, new { outlet.Id, definition = StoredJson.Of(outlet), origin = Origin(fromFile) }, ct);

    private static async Task SaveAsync(DbConnection db, FollowedDeal deal, bool fromFile, CancellationToken ct)
    {
        var isAdded = await db.ValueAsync<long>("select count(*) from deals where id = @Id and origin = 'added' and active = 1", new { deal.Id }, ct) > 0;
        if (fromFile && isAdded)
        {
            return;
        }

        await db.RunAsync("update deals set active = 0 where root_id = @Id", new { deal.Id }, ct);
        var position = 0;
        foreach (var part in deal.Parts)
        {
            await db.RunAsync("""
                insert into deals (id, root_id, parent_id, kind, name, position, definition, origin)
                values (@Id, @root, @parent, @kind, @Name, @position, @definition, @origin)
                on conflict (id) do update set kind = excluded.kind, name = excluded.name, position = excluded.position,
                    definition = excluded.definition, origin = excluded.origin, active = 1
                """, new
            {
                part.Id,
                root = deal.Id,
                parent = part.Id.LastIndexOf('/') is var slash and > 0 ? part.Id[..slash] : null,
                kind = part.Kind.ToString(),
                part.Name,
                position = position++,
                definition = part == deal.Root ? StoredJson.Of(deal) : null,
                origin = Origin(fromFile),
            }, ct);
        }
    }

    private static string Origin(bool fromFile) => fromFile ? "file" : "added";

    private sealed record FeedOwner
    {
        public string Key { get; init; } = "";

        public string? OutletId { get; init; }

        public string? Url { get; init; }

        public string? Name { get; init; }

        public string? Title { get; init; }

        public Outlet Outlet(OutletCatalog known) =>
            known.ById(OutletId) ?? (Url is null ? null : known.Classified(new Uri(Url))) ?? new Outlet { Id = Key, Name = ReadableName, Family = Key };

        // A feed without a name is called by its key.
        private string ReadableName => Name is { Length: > 0 } && !string.Equals(Name, Key, StringComparison.Ordinal) ? Name : Title is { Length: > 0 } ? Title : Key;
    }
}
