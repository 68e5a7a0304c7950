using System.Collections.Concurrent;

namespace NewsWatcher.Articles;

/// <summary>A phrase with gaps: "this article|this story … written|generated … ai" matches those words in that order, close together.</summary>
internal sealed class CuePattern
{
    private const int MaxGap = 60;

    private static readonly ConcurrentDictionary<string, CuePattern[]> Sections = new(StringComparer.Ordinal);

    private readonly string[][] _slots;

    private CuePattern(string line) => _slots = [.. line.Split('…').Select(s => s.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    public static bool AnyMatches(string section, string folded) => Array.Exists(
        Sections.GetOrAdd(section, static name => [.. PageWords.Phrases(name).Select(p => new CuePattern(p))]), p => p.Matches(folded));

    private bool Matches(string folded)
    {
        var at = 0;
        for (var i = 0; i < _slots.Length; i++)
        {
            var (start, end) = First(folded, _slots[i], at);
            if (start < 0 || (i > 0 && start - at > MaxGap))
            {
                return false;
            }

            at = end;
        }

        return true;
    }

    private static (int Start, int End) First(string folded, string[] words, int from)
    {
        var (start, end) = (-1, -1);
        foreach (var word in words)
        {
            var found = FoldedText.IndexOfPhrase(folded, word, from);
            if (found >= 0 && (start < 0 || found < start))
            {
                (start, end) = (found, found + word.Length);
            }
        }

        return (start, end);
    }
}
