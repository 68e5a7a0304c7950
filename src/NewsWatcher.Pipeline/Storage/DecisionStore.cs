using System.Data.Common;
using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>The log of decisions, and what it makes of bonds and developments: those are kept up with it in the same transaction.</summary>
public sealed class DecisionStore(Database database)
{
    /// <summary>Writes down those that change something, as they come; the first one's number is what the others were made with.</summary>
    /// <returns>What was written; empty where everything was said already.</returns>
    public Task<IReadOnlyList<Decision>> DecideAsync(IReadOnlyList<Decision> decisions, CancellationToken ct) => database.WriteAsync(async db =>
    {
        var written = new List<Decision>();
        foreach (var decision in decisions)
        {
            if (await WriteAsync(db, decision with { AlongWith = written is [var first, ..] ? first.Id : null }, ct) is { } kept)
            {
                written.Add(kept);
            }
        }

        return (IReadOnlyList<Decision>)written;
    }, ct);

    /// <summary>Null when there is no such decision.</summary>
    public Task<Decision?> FindAsync(long id, CancellationToken ct) => database.ReadAsync(async db =>
        await DecisionRow.ReadAsync(db, "where id = @id", new { id }, ct) is [var decision] ? decision : null, ct);

    /// <summary>A decision that stands at the head of several, with those that were made with it.</summary>
    public Task<IReadOnlyList<Decision>> TogetherAsync(long id, CancellationToken ct) => database.ReadAsync(db =>
        DecisionRow.ReadAsync(db, "where id = @id or along_with = @id order by id", new { id }, ct), ct);

    /// <summary>The newest first.</summary>
    /// <param name="dealId">Only decisions on items of this deal; null for all.</param>
    public Task<IReadOnlyList<Decision>> ListAsync(string? dealId, int limit, CancellationToken ct) => database.ReadAsync(db => DecisionRow.ReadAsync(db,
        "where @dealId is null or item_id in (" + DealBonds.Items + ") order by id desc limit @limit", new { dealId, limit }, ct), ct);

    /// <summary>Which of these were taken back.</summary>
    public async Task<IReadOnlySet<long>> UndoneAsync(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var items = decisions.Select(d => d.ItemId).OfType<long>().Distinct().ToList();
        var log = await database.ReadAsync(db => DecisionRow.ReadAsync(db, "where item_id in (select value from json_each(@items)) or item_id is null order by id", new { items = StoredJson.Of(items) }, ct), ct);
        var inForce = new DecisionsInForce(log);
        return decisions.Select(d => d.Id).Where(id => !inForce.Contains(id)).ToHashSet();
    }

    /// <summary>Those whose key begins so, two at most: more than one is not the one meant.</summary>
    public Task<IReadOnlyList<Claim>> ClaimsAsync(string key, CancellationToken ct) => database.ReadAsync(db => StoredClaims.BeginningAsync(db, key, ct), ct);

    private static async Task<Decision?> WriteAsync(DbConnection db, Decision decision, CancellationToken ct)
    {
        if (new DecisionsInForce(await LogAsync(db, decision.ItemId, ct)).Says(decision))
        {
            return null;
        }

        var written = await DecisionRow.InsertAsync(db, decision, ct);
        if (decision is { ItemId: { } itemId } and (Decision.InDeal or Decision.Undone) && await DealBonds.ApplyAsync(db, itemId, ct))
        {
            // To be traced again, together with the items of the deal.
            await db.RunAsync("delete from origins where item_id = @itemId", new { itemId }, ct);
        }

        return written;
    }

    private static Task<IReadOnlyList<Decision>> LogAsync(DbConnection db, long? itemId, CancellationToken ct) =>
        DecisionRow.ReadAsync(db, itemId is null ? "where item_id is null order by id" : "where item_id = @itemId order by id", new { itemId }, ct);
}
