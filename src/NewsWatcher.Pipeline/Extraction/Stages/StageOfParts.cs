using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Stages;

/// <summary>What the news of an article is to the projects that it lists with their sums: three projects announced are announced each.</summary>
internal static class StageOfParts
{
    private static readonly System.Buffers.SearchValues<string> Currencies =
        System.Buffers.SearchValues.Create(["$", "€", "£", "¥", " dollar", " euro", "ドル", "円", "ユーロ", "달러", "원", "유로", "美元", "欧元", "元"], StringComparison.OrdinalIgnoreCase);

    public static void AddTo(List<StageReading> readings, ScannedPassage title, ScannedPassage text)
    {
        if (readings.Find(r => r.IsNews) is not { Stage: Stage.Negotiating or Stage.Announced or Stage.Mou or Stage.Agreed or Stage.Approved or Stage.Financed } news)
        {
            return;
        }

        foreach (var passage in new[] { title, text })
        {
            foreach (var name in passage.Names)
            {
                if (name.Use is NameUse.Part { IsRoot: false, Kind: DealKind.Project } && !readings.Exists(r => r.PartId == name.Use.PartId) && IsListed(passage, name.Sentence))
                {
                    readings.Add(news with { IsNews = false, PartId = name.Use.PartId, Evidence = passage.Evidence(name.Start, name.End, "stage-part") });
                }
            }
        }
    }

    /// <summary>Whether a sentence gives a sum and says nothing of its own about how far it got.</summary>
    private static bool IsListed(ScannedPassage passage, int sentence)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue.Kind is CueKind.Background or CueKind.Negation || cue.Cue is { Kind: CueKind.Stage, Weak: false })
            {
                return false;
            }
        }

        var (start, end) = passage.Passage.Sentences.Bounds(sentence);
        var told = passage.Text.AsSpan(start, end - start);
        return told.ContainsAny(Currencies) && told.ContainsAnyInRange('0', '9');
    }
}
