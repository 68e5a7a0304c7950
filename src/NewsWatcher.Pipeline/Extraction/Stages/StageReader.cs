using NewsWatcher.Extraction.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Extraction.Stages;

/// <summary>Reads how far a deal has got, and which of those steps the article itself reports as its news.</summary>
internal static class StageReader
{
    private const double TitleWeight = 4;
    private const double LeadWeight = 3;

    public static List<StageReading> Read(ScannedPassage title, ScannedPassage text, OutletTier tier)
    {
        var unnamed = IsUnnamed(title, sentences: 1) || IsUnnamed(text, sentences: 3);
        var found = new StepsFound();
        AddAll(title, unnamed, tier, found);
        AddAll(text, unnamed, tier, found);
        var readings = MarkNews(found.All);
        StageOfParts.AddTo(readings, title, text);
        return readings;
    }

    private static bool IsUnnamed(ScannedPassage passage, int sentences)
    {
        foreach (var cue in passage.Cues)
        {
            if (cue.Sentence < sentences && cue.Cue is { Kind: CueKind.Source, Value: (int)SourceGrade.UnnamedSources })
            {
                return true;
            }
        }

        return false;
    }

    private static void AddAll(ScannedPassage passage, bool unnamed, OutletTier tier, StepsFound found)
    {
        foreach (var cue in passage.Cues)
        {
            // The longest phrase at a place says what it is: "tender offer for" within "launches tender offer for".
            if (cue.Cue.Kind != CueKind.Stage || IsWithinLonger(passage, cue) || StageClause.IsNegated(passage, cue))
            {
                continue;
            }

            var (reading, weight) = Reading(passage, cue, unnamed, tier);
            if (!cue.Cue.Weak && weight > 0)
            {
                found.AddParts(reading, passage.PartsNamedIn(cue.Sentence));
            }

            found.Add(reading, weight);
        }
    }

    private static bool IsWithinLonger(ScannedPassage passage, CueHit cue)
    {
        foreach (var other in passage.CuesOf(cue.Sentence))
        {
            var isSame = other.Cue.Value == cue.Cue.Value && other.Start <= cue.Start && other.End >= cue.End && other.End - other.Start > cue.End - cue.Start;
            // "completes tender offer for" completes one: the verb before says which step it is.
            var isLater = other.Cue.Value > cue.Cue.Value && !other.Cue.Weak && other.Start < cue.Start && other.End > cue.Start;
            if (other.Cue.Kind == CueKind.Stage && (isSame || isLater))
            {
                return true;
            }
        }

        return false;
    }

    private static (StageReading Reading, double Weight) Reading(ScannedPassage passage, CueHit cue, bool unnamed, OutletTier tier)
    {
        var stage = (Stage)cue.Cue.Value;
        var isFuture = StageClause.IsFuture(passage, cue);
        var isHedged = passage.Has(cue.Sentence, CueKind.Hedge);
        var isBackground = passage.Has(cue.Sentence, CueKind.Background);
        var isAhead = IsDone(stage) && isFuture;
        var grade = Grade(passage, cue.Sentence, unnamed, tier);
        var weight = Place(passage, cue.Sentence) * (cue.Cue.Weak ? 0.4 : 1) * (isBackground ? 0.25 : 1) * (isAhead ? 0.05 : 1);

        // What unnamed people say is never binding.
        var told = grade == SourceGrade.UnnamedSources && stage is >= Stage.Agreed and <= Stage.Completed ? Stage.Negotiating : stage;
        var evidence = passage.Evidence(cue.Start, cue.End, "stage-cue");
        return (new(told, grade, isHedged || isFuture, IsNews: false, passage.PartNamedIn(cue.Sentence), evidence), weight);
    }

    /// <summary>Steps that have been taken or not; to plan one is not to have taken it.</summary>
    private static bool IsDone(Stage stage) => stage is Stage.Mou or (>= Stage.Agreed and <= Stage.Completed);

    private static double Place(ScannedPassage passage, int sentence) => passage.Passage.InTitle ? TitleWeight : sentence switch
    {
        0 => LeadWeight,
        1 => 1.2,
        2 => 1,
        < 6 => 0.5,
        _ => 0.25,
    };

    private static SourceGrade Grade(ScannedPassage passage, int sentence, bool unnamed, OutletTier tier)
    {
        if (tier == OutletTier.Official)
        {
            return SourceGrade.OfficialDocument;
        }

        var (isNamed, isUnnamed) = (false, unnamed);
        foreach (var cue in passage.CuesOf(sentence))
        {
            isNamed |= cue.Cue is { Kind: CueKind.Source, Value: (int)SourceGrade.NamedOfficial };
            isUnnamed |= cue.Cue is { Kind: CueKind.Source, Value: (int)SourceGrade.UnnamedSources };
        }

        return tier == OutletTier.Aggregator ? SourceGrade.Aggregator
            : isUnnamed ? SourceGrade.UnnamedSources
            : isNamed ? SourceGrade.NamedOfficial
            : SourceGrade.Reported;
    }

    private static List<StageReading> MarkNews(IReadOnlyList<(StageReading Reading, double Weight)> found)
    {
        var best = found.Where(f => f.Weight > 0)
            .GroupBy(f => f.Reading.Stage)
            .Select(g => (Stage: g.Key, Weight: g.Max(f => f.Weight) + (0.3 * (g.Sum(f => f.Weight) - g.Max(f => f.Weight)))))
            .OrderByDescending(g => g.Weight)
            .ThenByDescending(g => g.Stage)
            .FirstOrDefault();
        if (best.Weight <= 0)
        {
            return [];
        }

        // Who announces what has been signed reports the contract.
        if (best.Stage == Stage.Announced && found.Any(f => f.Weight >= 1 && f.Reading.Stage is Stage.Agreed))
        {
            best = (Stage.Agreed, best.Weight);
        }

        // What has been signed is more than what is still talked about.
        if (best.Stage == Stage.Negotiating && found.Where(f => f.Weight >= LeadWeight && IsDone(f.Reading.Stage) && !f.Reading.Evidence.InTitle).Select(f => f.Reading.Stage).DefaultIfEmpty().Max() is var done && done > Stage.Negotiating)
        {
            best = (done, best.Weight);
        }

        var news = found.Where(f => f.Reading.Stage == best.Stage).MaxBy(f => f.Weight).Reading;
        return [.. found.Select(f => ReferenceEquals(f.Reading, news) ? f.Reading with { IsNews = true } : f.Reading)];
    }
}
