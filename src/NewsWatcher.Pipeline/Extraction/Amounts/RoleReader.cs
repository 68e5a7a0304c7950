using System.Buffers;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Says by the words of its sentence what an amount is: each sentence is searched once.</summary>
internal ref struct RoleReader(AmountText text, Sentences sentences)
{
    /// <summary>What a clause's end between a word and an amount adds to their distance.</summary>
    private const int ClauseDistance = 40;

    /// <summary>A word in front of an amount has to be this much nearer than one behind it.</summary>
    private const int FrontDistance = 2;

    private const int Reach = 140;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;、，；(（");

    private readonly AmountText _text = text;
    private readonly List<(int Start, int End, AmountRole Role)> _cues = [];
    private int _sentenceEnd;

    public AmountRole Of(AmountReading amount)
    {
        if (amount.Start >= _sentenceEnd)
        {
            FindCues(amount.Start);
        }

        if (amount.Per == "share")
        {
            return AmountRole.PerShare;
        }

        var (best, role) = (Reach, AmountRole.Other);
        var first = FirstWithinReach(amount.Start);
        for (var i = first; i < _cues.Count && _cues[i].Start < amount.End + Reach; i++)
        {
            var cue = _cues[i];
            var distance = cue.Start >= amount.End ? Distance(amount.End, cue.Start) : Distance(cue.End, amount.Start) + FrontDistance;
            if (distance < best)
            {
                (best, role) = (distance, cue.Role);
            }
        }

        return role;
    }

    private readonly int FirstWithinReach(int start)
    {
        var (low, high) = (0, _cues.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _cues[middle].Start < start - Reach ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void FindCues(int position)
    {
        var (start, end) = sentences.Around(position);
        _sentenceEnd = Math.Max(end, position + 1);
        _cues.Clear();
        for (var i = start; i < end; i++)
        {
            if (_text.Language.Roles.Cues.TryAt(_text.Folded, i, out var cueEnd, out var role))
            {
                _cues.Add((i, cueEnd, role));
                i = cueEnd - 1;
            }
        }
    }

    private readonly int Distance(int from, int to)
    {
        var distance = Math.Max(0, to - from);
        if (distance >= Reach)
        {
            return distance;
        }

        var between = _text.Folded[from..Math.Max(from, to)];
        for (var at = between.IndexOfAny(ClauseEnds); at >= 0; at = between.IndexOfAny(ClauseEnds))
        {
            distance += ClauseDistance;
            between = between[(at + 1)..];
        }

        return _text.Language.IsDense ? distance * 2 : distance;
    }
}
