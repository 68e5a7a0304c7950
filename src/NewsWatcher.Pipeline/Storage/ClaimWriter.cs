using System.Data.Common;
using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Storage;

/// <summary>Appends what a reading states to the claims of its item, and ends those that it no longer states.</summary>
internal static class ClaimWriter
{
    /// <param name="isFirst">A first version speaks from when the item was reported; a later one from now on.</param>
    public static async Task SaveAsync(DbConnection db, DueReading due, long versionId, ArticleFacts facts, bool isFirst, DateTimeOffset now, CancellationToken ct)
    {
        var all = facts.All.ToList();
        var keys = ClaimKey.For(due.ItemId, all);
        var known = await KnownAsync(db, due.ItemId, ct);
        for (var i = 0; i < all.Count; i++)
        {
            if (!known.Remove(keys[i], out var claim))
            {
                await InsertAsync(db, due.ItemId, versionId, keys[i], all[i], StoredJson.Of(all[i]), isFirst ? due.ReportedAt : now, now, ct);
                continue;
            }

            if (claim.IsEnded)
            {
                await EndAsync(db, claim.Id, versionId, ended: false, now, ct);
            }

            await RestateAsync(db, claim, versionId, StoredJson.Of(all[i]), ct);
        }

        foreach (var gone in known.Values.Where(c => !c.IsEnded))
        {
            await EndAsync(db, gone.Id, versionId, ended: true, now, ct);
        }
    }

    public static async Task<Dictionary<string, KnownClaim>> KnownAsync(DbConnection db, long itemId, CancellationToken ct) => (await db.RowsAsync<KnownClaim>("""
        select c.id, c.key, coalesce((select e.ended from claim_endings e where e.claim_id = c.id order by e.id desc limit 1), 0) as is_ended,
            coalesce((select r.fact from claim_restatements r where r.claim_id = c.id order by r.id desc limit 1), c.fact) as fact
        from claims c where c.item_id = @itemId
        """, new { itemId }, ct)).ToDictionary(c => c.Key, StringComparer.Ordinal);

    /// <summary>The new claim's id.</summary>
    public static Task<long> InsertAsync(
        DbConnection db, long itemId, long versionId, string key, Fact fact, string json, DateTimeOffset reportedAt, DateTimeOffset now, CancellationToken ct)
    {
        var amount = fact as Amount;
        return db.ValueAsync<long>("""
            insert into claims (key, item_id, version_id, kind, part_id, role, currency, sort_value, fact, reported_at, recorded_at)
            values (@key, @itemId, @versionId, @kind, @PartId, @role, @Currency, @sortValue, @json, @reportedAt, @now) returning id
            """, new
        {
            key, itemId, versionId, kind = fact.Kind, fact.PartId, role = amount?.Role.ToString(), amount?.Currency,
            sortValue = amount is null ? (double?)null : Convert.ToDouble(amount.Best, CultureInfo.InvariantCulture), json, reportedAt, now,
        }, ct);
    }

    // The same words may have moved, and evidence points into the newest version.
    public static Task RestateAsync(DbConnection db, KnownClaim claim, long versionId, string fact, CancellationToken ct) =>
        string.Equals(claim.Fact, fact, StringComparison.Ordinal)
            ? Task.CompletedTask
            : db.RunAsync("insert into claim_restatements (claim_id, version_id, fact) values (@Id, @versionId, @fact)", new { claim.Id, versionId, fact }, ct);

    public static Task EndAsync(DbConnection db, long claimId, long versionId, bool ended, DateTimeOffset at, CancellationToken ct) =>
        db.RunAsync("insert into claim_endings (claim_id, at, version_id, ended) values (@claimId, @at, @versionId, @ended)", new { claimId, at, versionId, ended }, ct);
}
