using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>One step of a deal, or one story that nobody follows, as the items placed so far tell it.</summary>
internal sealed class Development(long id)
{
    /// <summary>From here on an item of the same deal tells the same step.</summary>
    public const double Enough = 0.5;

    /// <summary>From here on two texts that no deal joins tell the same story.</summary>
    public const double Alike = 0.26;

    /// <summary>Of bare headlines, which share few words.</summary>
    public const double AlikeHeadlines = 0.1;

    /// <summary>The most that likeness of words adds to kinship.</summary>
    public const double WordsWeight = 0.4;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(10);

    private readonly Dictionary<Stage, int> _stages = [];
    private readonly HashSet<string> _amounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parties = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _projects = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _dates = new(StringComparer.Ordinal);

    public long Id { get; } = id;

    public List<long> Items { get; } = [];

    public HashSet<string> Deals { get; } = new(StringComparer.Ordinal);

    /// <summary>Null while no item has a date.</summary>
    public DateTimeOffset? Last { get; private set; }

    public LinkedListNode<Development>? Node { get; set; }

    public void Add(StorySigns signs)
    {
        Items.Add(signs.Item.Id);
        if (signs.Item.ReportedAt is { } at && (Last is null || at > Last))
        {
            Last = at;
        }

        if (signs.Stage is { } stage && !signs.Item.IsAiGenerated)
        {
            _stages[stage] = _stages.GetValueOrDefault(stage) + 1;
        }

        _amounts.UnionWith(signs.Amounts);
        _parties.UnionWith(signs.Parties);
        _projects.UnionWith(signs.Projects);
        _dates.UnionWith(signs.Dates);
    }

    /// <summary>How likely an item of the same deal tells this step, before their words are compared: time and stage first, then what both name.</summary>
    public double Kinship(StorySigns signs)
    {
        var gap = Gap(signs);
        if (gap > Reach)
        {
            return double.NegativeInfinity;
        }

        var near = gap is not { } apart ? 0.3 : apart.TotalDays <= 1 ? 0.5 : apart.TotalDays <= 3 ? 0.42 : apart.TotalDays <= 7 ? 0.2 : 0.1;
        return near + StageFit(signs.Stage) + (0.2 * Share(_amounts, signs.Amounts)) + (0.1 * Share(_projects, signs.Projects))
            + (0.1 * Share(_dates, signs.Dates)) + (0.1 * Share(_parties, signs.Parties));
    }

    /// <summary>How alike two stories are that no deal joins.</summary>
    public double Likeness(StorySigns signs, double cosine)
    {
        var gap = Gap(signs);
        var decay = gap is { } apart ? Math.Exp(-apart.TotalDays / 12) : 1;
        return cosine * decay;
    }

    private double StageFit(Stage? stage)
    {
        if (stage is not { } told || _stages.Count == 0)
        {
            return 0;
        }

        if (_stages.ContainsKey(told))
        {
            return 0.2;
        }

        var main = _stages.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First().Key;
        return Math.Abs((int)main - (int)told) == 1 && told < Stage.Delayed ? -0.1 : -0.25;
    }

    private TimeSpan? Gap(StorySigns signs) => signs.Item.ReportedAt is { } at && Last is { } last ? (at - last).Duration() : null;

    private static double Share(HashSet<string> known, HashSet<string> told) =>
        told.Count == 0 || known.Count == 0 ? 0 : (double)told.Count(known.Contains) / Math.Min(told.Count, known.Count);
}
