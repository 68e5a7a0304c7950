namespace NewsWatcher.Extraction.Amounts;

/// <summary>What one sentence names of one deal.</summary>
internal sealed class SentenceMarks
{
    public SentenceMarks((int Start, int End) bounds, List<NameMention> named, FollowedDeal deal, List<SentenceWord> words)
    {
        (Named, Deal, Bounds) = (named, deal, bounds);
        foreach (var mention in named)
        {
            if (mention.PartOf(deal) is { } part)
            {
                Marks.Add(new(mention.Start, mention.End, part, PartMarkKind.Name));
            }
            else if (mention.PartyPartOf(deal) is { } own)
            {
                Marks.Add(new(mention.Start, mention.End, own, PartMarkKind.Party));
            }
        }

        Add(words);
        Marks.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    public FollowedDeal Deal { get; }

    public (int Start, int End) Bounds { get; }

    public List<NameMention> Named { get; }

    /// <summary>In the order of the text.</summary>
    public List<PartMark> Marks { get; } = [];

    /// <summary>Words for a stake or a loan.</summary>
    public List<(int Start, int End)> Loans { get; } = [];

    public bool IsRespective { get; private set; }

    /// <summary>For "will cost 3 and 1, respectively": the projects that the sentence before lists.</summary>
    public List<PartMark> ListedBefore { get; set; } = [];

    /// <summary>Where it says "together".</summary>
    public List<(int Start, int End)> Sums { get; } = [];

    public bool IsCombined => Sums.Count > 0;

    public bool NamesDeal => Named.Exists(m => m.Of(Deal, NameKind.Deal) is not null);

    public bool NamesParty => Named.Exists(m => m.Of(Deal, NameKind.Party) is not null);

    /// <summary>Whether a similar deal is what the sentence begins with.</summary>
    public bool IsOfLookalike => Marks.Count == 0 && Named.Count > 0 && !NamesDeal && Named[0].Of(Deal, NameKind.Lookalike) is not null;

    /// <summary>The projects that are named, each once.</summary>
    public List<PartMark> Projects() => [.. Marks.Where(m => m.IsProject && m.Kind == PartMarkKind.Name).DistinctBy(m => m.Part.Id, StringComparer.Ordinal)];

    /// <summary>The part that the whole sentence is about; null for none.</summary>
    public PartMark? Topic()
    {
        var strong = Marks.FindAll(m => m.Kind != PartMarkKind.Party);
        var marks = strong.Count > 0 ? strong : Marks;
        return CommonPart(marks);
    }

    /// <summary>The one project named, else the phase named, else the phase that holds all the projects.</summary>
    public PartMark? CommonPart(List<PartMark> marks)
    {
        var projects = marks.Where(m => m.IsProject).DistinctBy(m => m.Part.Id, StringComparer.Ordinal).ToList();
        if (projects.Count == 1)
        {
            return projects[0];
        }

        var phase = marks.FindLast(m => !m.IsProject);
        return phase.Part is not null ? phase : projects.Count > 1 ? projects[0] with { Part = Holder(projects), Kind = PartMarkKind.Phase } : null;
    }

    private FollowedPart Holder(List<PartMark> projects) =>
        Deal.Parts.LastOrDefault(p => projects.TrueForAll(m => m.Part.Id.StartsWith(p.Id + "/", StringComparison.Ordinal))) ?? Deal.Root;

    private void Add(List<SentenceWord> words)
    {
        var known = Marks.Count;
        foreach (var word in words)
        {
            switch (word.Ordinal)
            {
                case 0:
                    Loans.Add((word.Start, word.End));
                    break;
                case { } ordinal when !IsNamed(word.Start, word.End, known):
                    Marks.Add(new(word.Start, word.End, Phase(ordinal), PartMarkKind.Phase));
                    break;
            }

            IsRespective |= word.Order == "respective";
            if (word.Order == "combined")
            {
                Sums.Add((word.Start, word.End));
            }
        }
    }

    private bool IsNamed(int start, int end, int known)
    {
        for (var i = 0; i < known; i++)
        {
            if (Marks[i].Start < end && Marks[i].End > start)
            {
                return true;
            }
        }

        return false;
    }

    // A phase is found among the configured tranches by its place in their order.
    private FollowedPart Phase(int ordinal) => Deal.Root.Parts.Where(p => p.Kind == DealKind.Tranche).ElementAtOrDefault(ordinal - 1) ?? Deal.Root;
}
