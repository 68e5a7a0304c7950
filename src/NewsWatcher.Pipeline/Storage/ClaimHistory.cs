using System.Data.Common;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Storage;

/// <summary>Brings the claims of an item to what its versions state when they are read again. Decisions stay in force: rules alone never end what a person vouched for.</summary>
internal static class ClaimHistory
{
    /// <summary>How many claims came, or came back, and how many ended.</summary>
    public static async Task<(int Added, int Ended)> SaveAsync(DbConnection db, Reprocessed item, DateTimeOffset now, CancellationToken ct)
    {
        var known = await ClaimWriter.KnownAsync(db, item.ItemId, ct);
        var (added, ended) = (new List<StatedClaim>(), 0);
        foreach (var claim in item.Claims)
        {
            if (!known.Remove(claim.Key, out var stored))
            {
                await InsertAsync(db, item.ItemId, claim, now, ct);
                added.Add(claim);
                continue;
            }

            if (stored.IsEnded != claim.EndedAt is not null)
            {
                await ClaimWriter.EndAsync(db, stored.Id, claim.LatestVersionId, ended: !stored.IsEnded, now, ct);
                ended += stored.IsEnded ? 0 : 1;
                added.AddRange(stored.IsEnded ? [claim] : []);
            }

            await ClaimWriter.RestateAsync(db, stored, claim.LatestVersionId, StoredJson.Of(claim.Latest), ct);
        }

        foreach (var gone in known.Values.Where(c => !c.IsEnded))
        {
            if (await MayEndAsync(db, item.ItemId, gone, added, now, ct))
            {
                await ClaimWriter.EndAsync(db, gone.Id, item.VersionId, ended: true, now, ct);
                ended++;
            }
        }

        return (added.Count, ended);
    }

    // What an earlier version alone states was over before it was written down: it is history and never in force.
    private static async Task InsertAsync(DbConnection db, long itemId, StatedClaim claim, DateTimeOffset now, CancellationToken ct)
    {
        var fact = StoredJson.Of(claim.Fact);
        var id = await ClaimWriter.InsertAsync(db, itemId, claim.VersionId, claim.Key, claim.Fact, fact, claim.ReportedAt, now, ct);
        await ClaimWriter.RestateAsync(db, new KnownClaim { Id = id, Fact = fact }, claim.LatestVersionId, StoredJson.Of(claim.Latest), ct);
        if (claim.EndedAt is { } at)
        {
            await ClaimWriter.EndAsync(db, id, claim.LatestVersionId, ended: true, at, ct);
        }
    }

    // The same words may be read as another part's, or in another role, which is another claim: what a person said of it goes with the words.
    private static async Task<bool> MayEndAsync(DbConnection db, long itemId, KnownClaim gone, List<StatedClaim> added, DateTimeOffset now, CancellationToken ct)
    {
        var decided = new DecisionsInForce(await DecisionRow.ReadAsync(db, "where item_id = @itemId order by id", new { itemId }, ct));
        if (decided.On(gone.Key) is not { } said)
        {
            return true;
        }

        var fact = StoredJson.Read<Fact>(gone.Fact);
        if (added.Find(a => a.EndedAt is null && IsSame(a.Latest, fact)) is not { } heir)
        {
            return said is Decision.Rejected;
        }

        var carried = new Decision.Carried(heir.Key, gone.Key, fact.PartId) { ItemId = itemId, At = now, Actor = Decision.Carried.By };
        if (!decided.Says(carried))
        {
            await DecisionRow.InsertAsync(db, carried, ct);
        }

        return true;
    }

    private static bool IsSame(Fact a, Fact b) => string.Equals(a.Kind, b.Kind, StringComparison.Ordinal)
        && (a.Evidence.InTitle, a.Evidence.Start, a.Evidence.End) == (b.Evidence.InTitle, b.Evidence.Start, b.Evidence.End);
}
