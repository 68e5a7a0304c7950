namespace NewsWatcher.Extraction.Amounts;

/// <summary>Gives every named part of a sentence to the sum that stands by it, and every sum the part that it is said of.</summary>
internal sealed class PartOwners
{
    /// <summary>How much nearer a part must be to stand on the other side than the sentence's first one.</summary>
    private const int OtherSide = 15;

    private readonly SentenceMarks _marks;
    private readonly TextGaps _gaps;
    private readonly List<SumGroup> _groups;

    /// <summary>"A and B cost 1 and 2, respectively": the parts in their order.</summary>
    private readonly List<PartMark> _respective;

    public PartOwners(SentenceMarks marks, List<SumGroup> groups, TextGaps gaps)
    {
        (_marks, _groups, _gaps) = (marks, groups, gaps);
        _respective = !marks.IsRespective ? [] : marks.Projects() is { Count: > 0 } own ? own : marks.ListedBefore;
        var next = 0;
        foreach (var mark in marks.Marks)
        {
            while (next < groups.Count && groups[next].Start < mark.Start)
            {
                next++;
            }

            OwnerOf(mark, next)?.Marks.Add(mark);
        }
    }

    /// <summary>The part that a sum is said of, and how far from it that stands.</summary>
    public (PartMark? Mark, int Distance) Of(int index)
    {
        var group = _groups[index];
        if (_marks.IsRespective && _respective.Count == _groups.Count)
        {
            return (_respective[index], 0);
        }

        var named = Nearest(group, group.Marks.FindAll(m => m.Kind != PartMarkKind.Party));
        return named.Mark is null || named.Distance >= TextGaps.Reach ? Nearest(group, group.Marks.FindAll(m => m.Kind == PartMarkKind.Party), TextGaps.ClauseDistance) : named;
    }

    /// <summary>"up to $2.8 billion for A and B": one sum for several projects is none's price.</summary>
    public bool IsOfSeveral(PartMark one)
    {
        const int Joined = 16;
        return one is { IsProject: true, Kind: PartMarkKind.Name } && _groups.Count == 1 && _marks.Marks.Exists(p => p is { IsProject: true, Kind: PartMarkKind.Name }
            && p.Part.Id != one.Part.Id && Math.Max(p.Start - one.End, one.Start - p.End) is >= 0 and <= Joined && (p.Start > _groups[0].Start) == (one.Start > _groups[0].Start));
    }

    private SumGroup? OwnerOf(PartMark mark, int next)
    {
        var before = next > 0 ? _groups[next - 1] : null;
        var after = next < _groups.Count ? _groups[next] : null;
        if (before is null || after is null)
        {
            return before ?? after;
        }

        var toBefore = Distance(before, mark);
        var toAfter = Distance(after, mark);
        if (toBefore == 0 || toAfter == 0)
        {
            return toAfter == 0 && (toBefore > 0 || NamesFirst) ? after : before;
        }

        return NamesFirst ? (toBefore + OtherSide < toAfter ? before : after) : toAfter + OtherSide < toBefore ? after : before;
    }

    private bool NamesFirst => _marks.Marks[0].Start < _groups[0].Start;

    private (PartMark? Mark, int Distance) Nearest(SumGroup group, List<PartMark> marks, int reach = TextGaps.Reach)
    {
        if (marks.Count == 0)
        {
            return (null, TextGaps.Reach);
        }

        var best = marks.MinBy(m => (Distance(group, m), m.IsProject ? 0 : 1));
        var distance = Distance(group, best);
        if (_groups.Count == 1 && IsList(marks, best, distance) && _marks.CommonPart(Side(marks, best, group)) is { } whole)
        {
            return (whole with { Kind = PartMarkKind.Phase }, distance);
        }

        if (!best.IsProject && marks.Exists(m => m.IsProject) && Specific(group, marks, best) is { } project)
        {
            return (project, distance);
        }

        return distance < reach ? (best, distance) : (null, TextGaps.Reach);
    }

    // "A and B will cost $9 billion" is neither's price.
    private bool IsList(List<PartMark> marks, PartMark best, int distance) =>
        marks.Where(m => m.IsProject).DistinctBy(m => m.Part.Id, StringComparer.Ordinal).Skip(1).Any()
        && (_marks.IsCombined || (best.IsProject && distance >= TextGaps.ClauseDistance && marks.Exists(m => !m.IsProject)));

    private static List<PartMark> Side(List<PartMark> marks, PartMark best, SumGroup group) =>
        best.Start < group.Start ? marks.FindAll(m => m.Start < group.Start) is var before && before.Exists(m => m.Start != best.Start) ? before : marks : marks;

    /// <summary>The project that a phase's sum is named for: "nuclear plants worth $9 billion for the second round", "$9 billion of the first phase is for the plant".</summary>
    private PartMark? Specific(SumGroup group, List<PartMark> marks, PartMark phase)
    {
        var isWhole = phase.Start < group.Start ? _gaps.IsPartitive(phase.End, group.Start) : _gaps.IsPartitive(group.End, phase.Start);
        var project = marks.Where(m => m.IsProject).MinBy(m => Distance(group, m));
        var distance = Distance(group, project);
        return isWhole || (phase.Start >= group.End && project.Start < group.Start && distance < TextGaps.ClauseDistance) ? project : null;
    }

    private int Distance(SumGroup group, PartMark mark) => mark.Start >= group.End ? _gaps.Between(group.End, mark.Start) : _gaps.Between(mark.End, group.Start);
}
