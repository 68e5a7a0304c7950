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
        var known = (await db.RowsAsync<KnownClaim>("""
            select c.id, c.key, coalesce((select e.ended from claim_endings e where e.claim_id = c.id order by e.id desc limit 1), 0) as is_ended,
                coalesce((select r.fact from claim_restatements r where r.claim_id = c.id order by r.id desc limit 1), c.fact) as fact
            from claims c where c.item_id = @ItemId
            """, new { due.ItemId }, ct)).ToDictionary(c => c.Key, StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            if (!known.Remove(keys[i], out var claim))
            {
                await InsertAsync(db, due, versionId, keys[i], all[i], isFirst ? due.ReportedAt : now, now, ct);
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

    private static Task InsertAsync(DbConnection db, DueReading due, long versionId, string key, Fact fact, DateTimeOffset reportedAt, DateTimeOffset now, CancellationToken ct)
    {
        var amount = fact as Amount;
        return db.RunAsync("""
            insert into claims (key, item_id, version_id, kind, part_id, role, currency, sort_value, fact, reported_at, recorded_at)
            values (@key, @ItemId, @versionId, @kind, @PartId, @role, @Currency, @sortValue, @fact, @reportedAt, @now)
            """, new
        {
            key, due.ItemId, versionId, kind = fact.Kind, fact.PartId, role = amount?.Role.ToString(), amount?.Currency,
            sortValue = amount is null ? (double?)null : Convert.ToDouble(amount.Best, CultureInfo.InvariantCulture), fact = StoredJson.Of(fact), reportedAt, now,
        }, ct);
    }

    // The same words may have moved, and evidence points into the newest version.
    private static Task RestateAsync(DbConnection db, KnownClaim claim, long versionId, string fact, CancellationToken ct) =>
        string.Equals(claim.Fact, fact, StringComparison.Ordinal)
            ? Task.CompletedTask
            : db.RunAsync("insert into claim_restatements (claim_id, version_id, fact) values (@Id, @versionId, @fact)", new { claim.Id, versionId, fact }, ct);

    private static Task EndAsync(DbConnection db, long claimId, long versionId, bool ended, DateTimeOffset now, CancellationToken ct) =>
        db.RunAsync("insert into claim_endings (claim_id, at, version_id, ended) values (@claimId, @now, @versionId, @ended)", new { claimId, now, versionId, ended }, ct);

    private sealed record KnownClaim
    {
        public long Id { get; init; }

        public string Key { get; init; } = "";

        public bool IsEnded { get; init; }

        public string Fact { get; init; } = "";
    }
}
