using System.Buffers;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>The words of one sentence that say what its amounts are.</summary>
internal sealed class RoleCues
{
    public const int Reach = 140;

    /// <summary>What a clause's end between a word and an amount adds to their distance.</summary>
    private const int ClauseDistance = 40;

    /// <summary>A word in front of an amount has to be this much nearer than one behind it.</summary>
    private const int FrontDistance = 2;

    private const int SizeDistance = 5;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;、，；(（");

    private readonly List<(int Start, int End, AmountRole Role, int Handicap)> _cues = [];

    /// <summary>Steps taken so far, to see that they stay in proportion to the text.</summary>
    public int Steps { get; private set; }

    public void Find(ReadOnlySpan<char> folded, int start, int end, AmountLanguage language, List<NameMention>? names = null)
    {
        _cues.Clear();
        var name = 0;
        Steps += end - start;
        for (var i = language.Roles.Cues.Seek(folded, start, end); i < end; i = language.Roles.Cues.Seek(folded, i + 1, end))
        {
            while (names is not null && name < names.Count && names[name].End <= i)
            {
                name++;
            }

            // What a name is made of says nothing about other sums: "Crude Export Terminal".
            var isInName = names is not null && name < names.Count && names[name].Start <= i;
            if (language.Roles.Cues.TryAt(folded, i, out var cueEnd, out var role) && (!isInName || role == AmountRole.Headline) && !(names is not null && role == AmountRole.Background && language.Roles.Materials.TryAt(folded, i, out _, out _)))
            {
                // "exports worth 5 billion" are exports: the word for a size says how large the thing before it is.
                var isSize = role == AmountRole.Headline && language.Roles.Sizes.TryAt(folded, i, out _, out _);
                if (isSize && _cues is [.., var last] && last.Role != AmountRole.PerShare && i - last.End <= SizeDistance)
                {
                    role = last.Role;
                }

                _cues.Add((i, cueEnd, role, isSize ? SizeDistance : 0));
                i = cueEnd - 1;
            }
        }
    }

    /// <summary>The role of the nearest word, and how far that is.</summary>
    public (AmountRole Role, int Distance) Nearest(ReadOnlySpan<char> folded, int start, int end, bool isDense, bool skipsPrices = false)
    {
        var (best, role) = (Reach, AmountRole.Other);
        for (var i = FirstWithinReach(start); i < _cues.Count && _cues[i].Start < end + Reach; i++)
        {
            Steps++;
            var cue = _cues[i];
            var distance = cue.Handicap + (cue.Start >= end ? Distance(folded, end, cue.Start, isDense) : Distance(folded, cue.End, start, isDense) + FrontDistance);
            if (distance < best && !(skipsPrices && cue.Role == AmountRole.PerShare))
            {
                (best, role) = (distance, cue.Role);
            }
        }

        return (role, best);
    }

    private int FirstWithinReach(int start)
    {
        var (low, high) = (0, _cues.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _cues[middle].Start < start - Reach ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Distance(ReadOnlySpan<char> folded, int from, int to, bool isDense)
    {
        var distance = Math.Max(0, to - from);
        if (distance >= Reach)
        {
            return distance;
        }

        var between = folded[from..Math.Max(from, to)];
        for (var at = between.IndexOfAny(ClauseEnds); at >= 0; at = between.IndexOfAny(ClauseEnds))
        {
            distance += ClauseDistance;
            between = between[(at + 1)..];
        }

        return isDense ? distance * 2 : distance;
    }
}
