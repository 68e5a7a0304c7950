using System.Data.Common;
using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>A decision as it is kept.</summary>
internal sealed record DecisionRow
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string Actor { get; init; } = "";

    public long? ItemId { get; init; }

    public long? AlongWith { get; init; }

    public string Said { get; init; } = "";

    public string? Why { get; init; }

    /// <param name="tail">What follows the columns: where, order by, limit.</param>
    public static async Task<IReadOnlyList<Decision>> ReadAsync(DbConnection db, string tail, object? args, CancellationToken ct) =>
        [.. (await db.RowsAsync<DecisionRow>("select id, at, actor, item_id, along_with, said, why from decisions " + tail, args, ct)).Select(r => r.ToDecision())];

    public static async Task<Decision> InsertAsync(DbConnection db, Decision decision, CancellationToken ct) => decision with
    {
        Id = await db.ValueAsync<long>("""
            insert into decisions (at, actor, kind, item_id, claim_key, along_with, said, why)
            values (@At, @Actor, @Kind, @ItemId, @claimKey, @AlongWith, @said, @Why) returning id
            """, new
        {
            decision.At, decision.Actor, decision.Kind, decision.ItemId, claimKey = (decision as Decision.OnClaim)?.ClaimKey, decision.AlongWith,
            said = StoredJson.Of(decision), decision.Why,
        }, ct),
    };

    private Decision ToDecision() => StoredJson.Read<Decision>(Said) with { Id = Id, At = At, Actor = Actor, ItemId = ItemId, AlongWith = AlongWith, Why = Why };
}
