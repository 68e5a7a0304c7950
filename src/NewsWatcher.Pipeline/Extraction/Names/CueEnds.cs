using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>Where the words of a passage end that begin a name, or are none: looked up by place, since in a list every word asks.</summary>
internal sealed class CueEnds
{
    private readonly HashSet<(int End, int Sentence)> _nameStarts = [];
    private readonly Dictionary<(int End, int Sentence), (int First, int Last)> _common = [];
    private readonly HashSet<(int Start, int Sentence)> _facilities = [];
    private readonly List<(int Sentence, int Start, int Reach)> _organisations = [];

    public CueEnds(ScannedPassage passage)
    {
        foreach (var cue in passage.Cues)
        {
            var place = (cue.End, cue.Sentence);
            switch (cue.Cue.Kind)
            {
                case CueKind.NameStart:
                case CueKind.Role when cue.Cue.Side == CueSide.Before:
                    _nameStarts.Add(place);
                    break;
                case CueKind.Common or CueKind.Facility:
                    if (cue.Cue.Kind == CueKind.Facility)
                    {
                        _facilities.Add((cue.Start, cue.Sentence));
                    }

                    _common[place] = _common.TryGetValue(place, out var known) ? (Math.Min(known.First, cue.Start), Math.Max(known.Last, cue.Start)) : (cue.Start, cue.Start);
                    break;
                case CueKind.Organisation:
                    var reach = _organisations is [.., var last] && last.Sentence == cue.Sentence ? Math.Max(last.Reach, cue.End) : cue.End;
                    _organisations.Add((cue.Sentence, cue.Start, reach));
                    break;
            }
        }
    }

    /// <summary>Whether a word ends here after which a name begins.</summary>
    public bool BeginName(int at, int sentence) => _nameStarts.Contains((at, sentence));

    /// <summary>Whether the end of a span is an everyday word.</summary>
    public bool AreCommon(int start, int end, int sentence) => _common.TryGetValue((end, sentence), out var common) && common.Last >= start;

    /// <summary>投資ファンド or 建設会社 says what somebody is, not who; 天然气接收站 is a terminal for gas, no company of it.</summary>
    public bool IsDescription(int start, CueHit suffix) => _facilities.Contains((suffix.End, suffix.Sentence))
        || (_common.TryGetValue((suffix.Start, suffix.Sentence), out var common) && common.First <= start) || Reach(start, suffix.Sentence) >= suffix.End;

    /// <summary>How far the words for organisations reach that begin at a place of a sentence or before it.</summary>
    private int Reach(int start, int sentence)
    {
        var (low, high) = (0, _organisations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var at = _organisations[middle];
            (low, high) = at.Sentence < sentence || (at.Sentence == sentence && at.Start <= start) ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && _organisations[low - 1].Sentence == sentence ? _organisations[low - 1].Reach : -1;
    }
}
