using NewsWatcher.Deals;

namespace NewsWatcher.Outputs;

/// <summary>What a decision says, for people: "claim 3f2a9c1b corrected to 36 billion USD, tranche".</summary>
internal static class DecisionText
{
    private const int ShownOfKey = 8;

    public static string Of(Decision decision) => decision switch
    {
        Decision.Accepted { ClaimKey: var key } => $"claim {Short(key)} accepted",
        Decision.Rejected { ClaimKey: var key } => $"claim {Short(key)} rejected",
        Decision.Corrected { ClaimKey: var key, Fact: var fact } => $"claim {Short(key)} corrected to {Said(fact)}",
        Decision.Added { ClaimKey: var key, Fact: var fact } => $"claim {Short(key)} added: {Said(fact)}",
        Decision.Carried { ClaimKey: var key, FromKey: var from } => $"what was said of claim {Short(from)} goes for claim {Short(key)}, which has its words",
        Decision.InDeal { DealId: var deal, Belongs: var belongs } => $"item {decision.ItemId} {(belongs ? "belongs" : "does not belong")} to {deal}",
        Decision.Merged(var from, var into) => $"story {from} merged into story {into}",
        Decision.Split(var items, var into) => $"{Items(items)} split off as story {into}",
        Decision.Moved(var items, var into) => $"{Items(items)} moved to story {into}",
        Decision.Undone(var id) => $"decision {id} taken back",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>As much of a claim's key as one types.</summary>
    public static string Short(string key) => key.Length > ShownOfKey ? key[..ShownOfKey] : key;

    private static string Said(Extraction.Fact fact) => FactText.Of(fact) + (fact.PartId is { } part ? $" — {part}" : "");

    private static string Items(IReadOnlyList<long> items) => $"item{(items.Count == 1 ? "" : "s")} {string.Join(", ", items)}";
}
