using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds stage readings of one part into its stage and its steps.</summary>
internal static class StageFold
{
    /// <param name="readings">Standing readings of the part, by time.</param>
    public static (Stage? Stage, IReadOnlyList<StageStep> Steps) Of(string partId, IEnumerable<Weighed> readings)
    {
        var told = readings.Select(r => (Claim: r, Stage: Allowed((StageReading)r.Fact))).Where(r => r.Stage is not null)
            .Select(r => (r.Claim, Stage: r.Stage.GetValueOrDefault())).ToList();
        var (reached, stage, steps) = ((Stage?)null, (Stage?)null, new List<StageStep>());
        foreach (var (claim, read) in told.Where(t => t.Claim.Counts))
        {
            if (!Moves(read, reached, stage))
            {
                continue;
            }

            stage = read;
            reached = read < Stage.Delayed ? read : reached;
            steps.Add(Step(partId, read, claim, told.Where(t => t.Stage == read && t.Claim.At >= claim.At).Select(t => t.Claim), isLead: false));
        }

        var confirmed = steps.Select(s => s.Stage).ToHashSet();
        foreach (var lead in told.Where(t => !t.Claim.Counts).GroupBy(t => t.Stage).Where(g => !confirmed.Contains(g.Key) && !(g.Key < reached)))
        {
            steps.Add(Step(partId, lead.Key, lead.First().Claim, lead.Select(t => t.Claim), isLead: true));
        }

        return (stage, [.. steps.OrderBy(s => s.At).ThenBy(s => s.IsLead).ThenBy(s => s.Stage)]);
    }

    /// <summary>The stage that a reading can carry. Hedged words and unnamed sources never make a promise, let alone a contract.</summary>
    public static Stage? Allowed(StageReading reading)
    {
        var isWeak = reading.Hedged || reading.Grade is SourceGrade.UnnamedSources or SourceGrade.Aggregator;
        return reading.Stage switch
        {
            _ when !isWeak => reading.Stage,
            >= Stage.Delayed when reading.Hedged => null,
            Stage.Delayed => reading.Stage,
            > Stage.Delayed => null,
            > Stage.Negotiating => reading.Hedged && reading.Stage < Stage.Agreed ? Stage.Negotiating : reading.Stage < Stage.Agreed ? reading.Stage : Stage.Negotiating,
            _ => reading.Stage,
        };
    }

    // Up the ladder, or aside. Out of a side state leads only news that goes on from there.
    private static bool Moves(Stage read, Stage? reached, Stage? stage) =>
        read >= Stage.Delayed ? read != stage : reached is null || read > reached;

    private static StageStep Step(string partId, Stage stage, Weighed first, IEnumerable<Weighed> claims, bool isLead)
    {
        var all = claims.ToList();
        var grade = all.Where(c => c.Counts || isLead).Min(c => ((StageReading)c.Fact).Grade);
        return new StageStep(partId, stage, first.At, grade, isLead, IsInferred: false, Weighed.Sources(all));
    }
}
