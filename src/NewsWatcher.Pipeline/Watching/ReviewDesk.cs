using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>The one way to decide of claims and of what belongs to a deal: what the command line and the review page call. Everything can be said twice, and taken back.</summary>
public sealed class ReviewDesk(Database database, TimeProvider clock)
{
    private const int FewestOfKey = 6;

    private readonly DecisionStore _decisions = new(database);
    private readonly ItemQueries _items = new(database);
    private readonly LedgerQueries _ledgers = new(database);
    private readonly CatalogStore _catalogs = new(database);
    private readonly PlacementStore _placements = new(database);
    private readonly OriginTracing _origins = new(new PlacementStore(database), new LedgerQueries(database));

    /// <summary>Accepts, corrects or rejects a claim.</summary>
    /// <param name="claim">Its key, or as much of its beginning as no other has.</param>
    /// <param name="alsoSimilar">Whether the same is said of those that <see cref="SimilarAsync"/> gives.</param>
    public async Task<ReviewAnswer> JudgeAsync(string claim, Verdict verdict, bool alsoSimilar, Reviewer by, CancellationToken ct)
    {
        var (judged, answer) = await WeighAsync(claim, verdict, by, ct);
        if (judged is null)
        {
            return answer;
        }

        var similar = alsoSimilar ? Similar(judged) : [];
        return await DecideAsync([judged.Decision, .. similar.Select(s => s.Decision)], $"Decision {judged.InForce?.Id} of {judged.InForce?.Actor} says so already", by, ct);
    }

    /// <summary>What <see cref="JudgeAsync"/> would say of other claims as well, in the deals of the claim's item. Writes nothing.</summary>
    /// <returns>Null with the reason where the verdict itself cannot be said.</returns>
    public async Task<(IReadOnlyList<Claim>? Claims, ReviewAnswer Answer)> SimilarAsync(string claim, Verdict verdict, Reviewer by, CancellationToken ct)
    {
        var (judged, answer) = await WeighAsync(claim, verdict, by, ct);
        return (judged is null ? null : [.. Similar(judged).Select(s => s.Claim)], answer);
    }

    /// <summary>Says whether an item belongs to a deal.</summary>
    public async Task<ReviewAnswer> AssignAsync(long itemId, string dealId, bool belongs, Reviewer by, CancellationToken ct)
    {
        if ((await _catalogs.LoadAsync(ct)).Deal(dealId) is null)
        {
            return new ReviewAnswer.NotFound($"There is no deal \"{dealId}\"");
        }

        if (await _items.UrlAsync(itemId, ct) is null)
        {
            return new ReviewAnswer.NotFound($"There is no item {itemId}");
        }

        var answer = await DecideAsync([new Decision.InDeal(dealId, belongs) { ItemId = itemId }], $"Item {itemId} {(belongs ? "belongs" : "does not belong")} to {dealId} already, by what somebody said", by, ct);
        await TraceAsync(answer, [dealId], ct);
        return answer;
    }

    /// <summary>Takes a decision back; of a decision that takes another back, makes that count again.</summary>
    /// <param name="together">Whether those go as well that were made with it, as similar ones.</param>
    public async Task<ReviewAnswer> UndoAsync(long decisionId, bool together, Reviewer by, CancellationToken ct)
    {
        if (await _decisions.FindAsync(decisionId, ct) is not { } decision)
        {
            return new ReviewAnswer.NotFound($"There is no decision {decisionId}");
        }

        var taken = together ? await _decisions.TogetherAsync(decision.AlongWith ?? decision.Id, ct) : [decision];
        var answer = await DecideAsync([.. taken.Select(d => new Decision.Undone(d.Id) { ItemId = d.ItemId })], $"Decision {decisionId} was taken back before", by, ct);
        await TraceAsync(answer, [.. taken.OfType<Decision.InDeal>().Select(d => d.DealId)], ct);
        return answer;
    }

    private async Task<ReviewAnswer> DecideAsync(IReadOnlyList<Decision> decisions, string already, Reviewer by, CancellationToken ct)
    {
        if (by.Fault is { } fault)
        {
            return new ReviewAnswer.Refused(fault);
        }

        var written = await _decisions.DecideAsync([.. decisions.Select(d => d with { At = clock.GetUtcNow(), Actor = by.Name, Why = by.Why })], ct);
        return written.Count > 0 ? new ReviewAnswer.Decided(written) : new ReviewAnswer.Already(already);
    }

    private async Task<(Judged? Judged, ReviewAnswer Answer)> WeighAsync(string key, Verdict verdict, Reviewer by, CancellationToken ct)
    {
        var isKey = key.Length >= FewestOfKey && key.All(char.IsAsciiHexDigitLower);
        var found = isKey ? await _decisions.ClaimsAsync(key, ct) : [];
        if (found is not [var claim] || await _items.FindAsync(claim.ItemId, ct) is not { } item)
        {
            return (null, found.Count > 1 ? new ReviewAnswer.Refused($"More than one claim begins with {key}: give more of it")
                : new ReviewAnswer.NotFound($"There is no claim \"{key}\"{(isKey ? "" : $": its key has {FewestOfKey} or more of 0-9 and a-f")}"));
        }

        var (catalog, deals) = (await _catalogs.LoadAsync(ct), item.Deals.Where(d => d.Belongs).Select(d => d.DealId).ToList());
        var refusal = by.Fault ?? "";
        if (refusal.Length == 0 && verdict is Verdict.Correct(var correction))
        {
            verdict = new Verdict.Correct(TypedPart.Resolve(correction, catalog.Deals, deals, out refusal));
        }

        var decision = refusal.Length > 0 ? null : verdict.On(claim, item.Decided, out refusal);
        return decision is null ? (null, new ReviewAnswer.Refused(refusal)) : (new(claim, verdict, decision, item.Decided.On(claim.Key), await RecordsAsync(deals, catalog, ct)), new ReviewAnswer.Decided([]));
    }

    private async Task<IReadOnlyList<DealRecord>> RecordsAsync(IReadOnlyList<string> dealIds, Catalog catalog, CancellationToken ct)
    {
        var records = new List<DealRecord>();
        foreach (var deal in dealIds.Select(catalog.Deal).OfType<Extraction.FollowedDeal>())
        {
            records.Add(await _ledgers.RecordAsync(deal, catalog, ct));
        }

        return records;
    }

    private static List<(Claim Claim, Decision Decision)> Similar(Judged judged) =>
        [.. judged.Records.SelectMany(r => SimilarClaims.Of(judged.Claim, r.ItemsAt(recordedAsOf: null), new DecisionsInForce(r.Decisions))).DistinctBy(c => c.Key)
            .Select(c => (c, Decision: judged.Verdict.On(c, new DecisionsInForce([]), out _))).Where(c => c.Decision is not null)
            .Select(c => (c.c, c.Decision!))]; // filtered above

    // What an item leaves, or comes to, changes whom its reports go back to.
    private async Task TraceAsync(ReviewAnswer answer, IReadOnlyList<string> dealIds, CancellationToken ct)
    {
        if (answer is ReviewAnswer.Decided)
        {
            var catalog = await _catalogs.LoadAsync(ct);
            foreach (var deal in dealIds.Union(await _placements.UntracedAsync(ct), StringComparer.Ordinal))
            {
                await _origins.TraceAsync(deal, catalog, ct);
            }
        }
    }

    private sealed record Judged(Claim Claim, Verdict Verdict, Decision Decision, Decision? InForce, IReadOnlyList<DealRecord> Records);
}
