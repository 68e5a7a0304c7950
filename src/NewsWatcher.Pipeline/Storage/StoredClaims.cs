using System.Data.Common;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Storage;

/// <summary>Claims as read back, with the ending that counts and their place in the newest version that states them.</summary>
internal static class StoredClaims
{
    private const string Columns = """
        select c.key, c.item_id, coalesce((select r.fact from claim_restatements r where r.claim_id = c.id order by r.id desc limit 1), c.fact) as fact, c.reported_at, c.recorded_at,
            (select case e.ended when 1 then e.at end from claim_endings e where e.claim_id = c.id order by e.id desc limit 1) as ended_at
        from claims c
        """;

    public static async Task<IReadOnlyList<Claim>> OfItemAsync(DbConnection db, long itemId, CancellationToken ct) =>
        [.. (await db.RowsAsync<Row>(Columns + " where c.item_id = @itemId order by c.id", new { itemId }, ct)).Select(r => r.ToClaim())];

    /// <summary>Claims about a deal, about no deal in particular, or corrected to be about whatever a person said, of every item that the matcher or a person ever put into it.</summary>
    public static async Task<ILookup<long, Claim>> OfDealAsync(DbConnection db, string dealId, CancellationToken ct) =>
        (await db.RowsAsync<Row>(Columns + " where c.item_id in (" + DealBonds.Items + """
            )
                and (c.part_id is null or c.part_id = @dealId or substr(c.part_id, 1, length(@dealId) + 1) = @dealId || '/'
                    or exists (select 1 from decisions d where d.item_id = c.item_id and d.claim_key = c.key and d.kind = 'corrected'))
            order by c.id
            """, new { dealId }, ct)).Select(r => r.ToClaim()).ToLookup(c => c.ItemId);

    /// <summary>What stands at present, by item.</summary>
    public static async Task<ILookup<long, Claim>> OfItemsAsync(DbConnection db, IReadOnlyList<long> itemIds, CancellationToken ct) =>
        (await db.RowsAsync<Row>(Columns + " where c.item_id in @itemIds order by c.id", new { itemIds }, ct))
            .Select(r => r.ToClaim()).Where(c => c.EndedAt is null).ToLookup(c => c.ItemId);

    /// <summary>Those whose key begins so, two at most: more than one is not the one meant.</summary>
    public static async Task<IReadOnlyList<Claim>> BeginningAsync(DbConnection db, string key, CancellationToken ct) =>
        [.. (await db.RowsAsync<Row>(Columns + " where c.key >= @key and c.key < @key || 'g' order by c.key limit 2", new { key }, ct)).Select(r => r.ToClaim())];

    /// <summary>Facts of standing claims, sorted back into kinds and into the order of the text, whenever each was written down.</summary>
    public static ArticleFacts Facts(IEnumerable<Claim> claims)
    {
        var facts = claims.Where(c => c.EndedAt is null).Select(c => c.Fact).OrderByDescending(f => f.Evidence.InTitle).ThenBy(f => f.Evidence.Start).ToList();
        return new ArticleFacts
        {
            Amounts = [.. facts.OfType<Amount>()],
            Parties = [.. facts.OfType<PartyMention>()],
            Stages = [.. facts.OfType<StageReading>()],
            Milestones = [.. facts.OfType<MilestoneReading>()],
            Projects = [.. facts.OfType<ProjectMention>()],
            Keywords = [.. facts.OfType<KeywordHit>()],
        };
    }

    private sealed record Row
    {
        public string Key { get; init; } = "";

        public long ItemId { get; init; }

        public string Fact { get; init; } = "";

        public DateTimeOffset ReportedAt { get; init; }

        public DateTimeOffset RecordedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public Claim ToClaim() => new()
        {
            Key = Key, ItemId = ItemId, Fact = StoredJson.Read<Fact>(Fact), ReportedAt = ReportedAt, RecordedAt = RecordedAt, EndedAt = EndedAt,
        };
    }
}
