using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction;

/// <summary>Tells whether an article is about a deal at all: an investment, a merger, a contract.</summary>
internal static class DealTopic
{
    private const double Threshold = 4;
    private const int LeadLength = 400;
    private const int BodyLength = 1500;

    public static bool IsDeal(ScannedPassage title, ScannedPassage text) => Score(title) * 1.5 + Score(text) >= Threshold;

    public static double Score(ScannedPassage passage)
    {
        var sum = 0.0;
        foreach (var cue in passage.Cues)
        {
            if (cue.Cue.Kind == CueKind.Topic)
            {
                sum += cue.Cue.Value * (passage.Passage.InTitle || cue.Start < LeadLength ? 1 : cue.Start < BodyLength ? 0.4 : 0.1);
            }
        }

        return sum;
    }
}
