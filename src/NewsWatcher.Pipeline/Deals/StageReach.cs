using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Stages that reach parts below the one they are told of: an article that announces a tranche, and gives the sums of its projects, announces the projects.</summary>
internal static class StageReach
{
    /// <param name="stages">Standing readings.</param>
    /// <param name="amounts">Standing sums: an article speaks of a part where it gives a sum for it.</param>
    public static IEnumerable<(string Part, Weighed Claim)> Of(FollowedDeal deal, IReadOnlyList<Weighed> stages, IReadOnlyList<Weighed> amounts)
    {
        var told = stages.ToLookup(s => s.ItemId);
        foreach (var sums in amounts.Where(a => a.Fact is Amount { PartId: not null, Role: AmountRole.Headline or AmountRole.Tranche or AmountRole.Project, Per: null }).GroupBy(a => (a.ItemId, a.Fact.PartId)))
        {
            var part = sums.Key.PartId ?? deal.Id;
            if (part == deal.Id || told[sums.Key.ItemId].Any(s => s.Fact.PartId == part))
            {
                continue;
            }

            var isCap = sums.All(a => ((Amount)a.Fact).Qualifier == Qualifier.UpTo);
            foreach (var claim in Reaching(deal, part, [.. told[sums.Key.ItemId]], [.. sums.Select(a => a.Fact.Evidence.Sentence)]).Where(c => Reaches((StageReading)c.Fact, isCap)))
            {
                yield return (part, claim);
            }
        }
    }

    // The nearest wins: the sentence of the sum, then the part above, then what the article reports as its news.
    private static IEnumerable<Weighed> Reaching(FollowedDeal deal, string part, List<Weighed> told, HashSet<string> sentences)
    {
        var above = told.Where(s => s.Fact.PartId is not { } of || of == deal.Id || part.StartsWith(of + "/", StringComparison.Ordinal)).ToList();
        var beside = above.Where(s => sentences.Contains(s.Fact.Evidence.Sentence)).ToList();
        var parent = above.Where(s => s.Fact.PartId is { } of && of != deal.Id).ToList();
        return beside.Count > 0 ? beside : parent.Count > 0 ? parent : above.Where(s => ((StageReading)s.Fact).IsNews);
    }

    // A contract or a start of construction is told of one thing; a cap is not announced money.
    private static bool Reaches(StageReading reading, bool isCap) =>
        StageFold.Allowed(reading) is { } stage && stage <= (isCap ? Stage.Negotiating : Stage.Announced);
}
