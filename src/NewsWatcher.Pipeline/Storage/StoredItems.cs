using System.Data.Common;
using NewsWatcher.Articles;

namespace NewsWatcher.Storage;

/// <summary>Items as read back.</summary>
internal static class StoredItems
{
    public const string Columns = """
        select i.id, i.url, i.title, coalesce(v.text, '') as text, v.packed, i.outlet_id, i.source_name, i.language, i.published_at, i.first_seen_at, i.supplied_by,
            i.reading, i.reading_reason, i.quarantined_by is not null as is_quarantined, i.development_id, coalesce(v.number, 0) as versions, v.byline, v.description, v.notices, coalesce(v.is_deal, 0) as is_deal,
            i.supplied_by is null and exists (select 1 from entries e join feeds f on f.id = e.feed_id where e.item_id = i.id and f.key >= 'search-' and f.key < 'search.')
                and not exists (select 1 from entries e join feeds f on f.id = e.feed_id where e.item_id = i.id and f.definition ->> '$.deal' is null) as is_from_search
        from items i left join versions v on v.id = i.version_id
        """;

    /// <param name="tail">What follows the columns: where, order by, limit.</param>
    public static async Task<IReadOnlyList<StoredItem>> ReadAsync(DbConnection db, string tail, object? args, CancellationToken ct) =>
        [.. (await db.RowsAsync<Row>(Columns + " " + tail, args, ct)).Select(r => r.ToItem())];

    private sealed record Row
    {
        public long Id { get; init; }

        public string Url { get; init; } = "";

        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public byte[]? Packed { get; init; }

        public string OutletId { get; init; } = "";

        public string? SourceName { get; init; }

        public string? Language { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public DateTimeOffset FirstSeenAt { get; init; }

        public string? SuppliedBy { get; init; }

        public string Reading { get; init; } = "";

        public string? ReadingReason { get; init; }

        public bool IsQuarantined { get; init; }

        public long? DevelopmentId { get; init; }

        public long Versions { get; init; }

        public string? Byline { get; init; }

        public string? Description { get; init; }

        public string? Notices { get; init; }

        public bool IsDeal { get; init; }

        public bool IsFromSearch { get; init; }

        public StoredItem ToItem() => new()
        {
            Id = Id, Url = Url, Title = Title, Text = Packed is not null && PackedTexts.Read(Packed) is [{ } text, ..] ? text : Text, OutletId = OutletId, SourceName = SourceName, Language = Language, PublishedAt = PublishedAt,
            FirstSeenAt = FirstSeenAt, SuppliedBy = SuppliedBy, Reading = Reading, ReadingReason = ReadingReason, IsQuarantined = IsQuarantined, DevelopmentId = DevelopmentId,
            Versions = Versions, Byline = Byline, Description = Description, IsDeal = IsDeal, IsFromSearch = IsFromSearch, Notices = Notices is null ? [] : StoredJson.Read<List<Notice>>(Notices),
        };
    }
}
