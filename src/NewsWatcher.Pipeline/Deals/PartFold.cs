using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds the parts of a deal: figures, stages and what remains. An umbrella is never the sum of its parts, and never added to them.</summary>
internal sealed class PartFold
{
    private const decimal About = 0.05m;

    private readonly FollowedDeal _deal;
    private readonly ILookup<(string Part, AmountRole Role), Weighed> _things;
    private readonly ILookup<string, Weighed> _stages;
    private readonly List<Weighed> _background;
    private readonly List<LedgerConflict> _conflicts = [];
    private readonly List<StageStep> _steps = [];
    private LedgerAmount? _spentOfPart;

    public PartFold(FollowedDeal deal, ClaimsInForce claims)
    {
        _deal = deal;
        var known = deal.Parts.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var amounts = claims.All.Where(c => c.Fact is Amount).Select(c => (Claim: c, Thing: Thing((Amount)c.Fact, known))).ToList();
        _things = amounts.Where(a => a.Thing is not null).ToLookup(a => a.Thing.GetValueOrDefault(), a => a.Claim);
        _background = [.. amounts.Where(a => a is { Thing: null, Claim.IsRejected: false }).Select(a => a.Claim)];
        var stages = claims.Standing<StageReading>().ToList();
        _stages = stages.Where(IsOfDeal).Select(s => (Part: s.Fact.PartId is { } part && known.Contains(part) ? part : deal.Id, Claim: s))
            .Concat(StageReach.Of(deal, stages, [.. claims.Standing<Amount>()]))
            .ToLookup(s => s.Part, s => s.Claim, StringComparer.Ordinal);
    }

    public IReadOnlyList<LedgerConflict> Conflicts => _conflicts;

    public IReadOnlyList<StageStep> Steps => _steps;

    /// <summary>Known after <see cref="Root"/>.</summary>
    public LedgerAmount? Spent { get; private set; }

    public LedgerPart Root()
    {
        var root = Fold(_deal.Root);
        Spent ??= _spentOfPart;
        return root;
    }

    /// <summary>Numbers that are no part of the deal, equal ones together, the newest first.</summary>
    public IReadOnlyList<LedgerAmount> Background() => [.. _background
        .GroupBy(c => (Amount)c.Fact is var a ? (a.Role, a.Best, a.Min, a.Currency, a.Per) : default)
        .Select(g => new Figure(g) is var figure ? figure.Shown(figure.Counts ? ClaimStatus.Current : ClaimStatus.Lead, Reason(figure.Amount)) : null)
        .OfType<LedgerAmount>()
        .OrderByDescending(a => a.AsOf).ThenByDescending(a => a.Value ?? a.Max).ThenBy(a => a.Currency, StringComparer.Ordinal).ThenBy(a => a.Role)];

    private LedgerPart Fold(FollowedPart part)
    {
        var below = part.Parts.Select(Fold).ToList();
        var amounts = new List<LedgerAmount>();
        foreach (var role in new[] { AmountRole.Headline, AmountRole.Tranche, AmountRole.Project })
        {
            amounts.AddRange(Figures(part, role, role == AmountRole.Headline ? part.Headline : null));
        }

        var spent = Figures(part, AmountRole.Spent, null).FirstOrDefault(a => a.Status == ClaimStatus.Current);
        Spent = part == _deal.Root ? spent : Spent;
        _spentOfPart = spent is null || spent.AsOf < _spentOfPart?.AsOf ? _spentOfPart : spent with { Note = $"of {part.Name}" };
        var (stage, steps) = StageFold.Of(part.Id, StagesOf(part).OrderBy(s => s.At).ThenBy(s => s.ItemId).ThenByDescending(s => s.Fact.Evidence.InTitle).ThenBy(s => s.Fact.Evidence.Start).ThenBy(s => s.Source.Claim.Key, StringComparer.Ordinal));
        _steps.AddRange(steps);
        var read = new LedgerPart { Id = part.Id, Kind = part.Kind, Name = part.Name, Stage = stage, Amounts = [.. OneOfEachCurrency(amounts).OrderBy(a => a.Status)], Parts = below };
        return read with { Remainder = Remainder(read) };
    }

    // The deal's own total comes first; a tranche or a project that a text leaves unnamed stands beside it.
    private static IReadOnlyList<LedgerAmount> OneOfEachCurrency(List<LedgerAmount> amounts)
    {
        var currencies = new HashSet<string>(StringComparer.Ordinal);
        return [.. amounts.Select(a => a.Status != ClaimStatus.Current || currencies.Add(a.Currency ?? "")
            ? a : a with { Status = ClaimStatus.Superseded, Note = $"of a {a.Role.ToString().ToLowerInvariant()} that the text does not name" })];
    }

    private IReadOnlyList<LedgerAmount> Figures(FollowedPart part, AmountRole role, StatedTotal? total)
    {
        var (amounts, conflicts) = AmountFold.Of(part, [.. _things[(part.Id, role)]], total);
        _conflicts.AddRange(conflicts);
        var current = amounts.FirstOrDefault(a => a.Status == ClaimStatus.Current);
        _conflicts.AddRange(_background.Where(b => current is not null && b.Counts && b.Fact is Amount { Per: not null } rate && rate.Role == role && rate.PartId == part.Id && rate.Currency == current.Currency)
            .Take(1).Select(b => new LedgerConflict(part.Id, ConflictCause.PerYear, $"{part.Name}: {Figure.Money(((Amount)b.Fact).Best, current?.Currency)} a {((Amount)b.Fact).Per} is no total", [b.Source, .. current?.Claims.Take(1) ?? []])));
        return amounts;
    }

    /// <summary>The figure less the firm ones below it: what is only talked about, or capped, says nothing of what will be left.</summary>
    private decimal? Remainder(LedgerPart part)
    {
        var below = part.Parts.Where(p => p.Stage is not (Stage.Rumoured or Stage.Negotiating)).Select(p => p.Current).OfType<LedgerAmount>().Where(a => a.Qualifier != Qualifier.UpTo).ToList();
        if (part.Current is not { } current || below.Count == 0 || below.Exists(a => a.Currency != current.Currency))
        {
            return null;
        }

        var (whole, sum) = (current.Value ?? current.Max ?? 0, below.Sum(a => a.Value ?? a.Max ?? 0));
        if (sum <= whole + Play(current) + below.Sum(Play))
        {
            return Math.Max(0, whole - sum);
        }

        _conflicts.Add(new(part.Id, ConflictCause.Disagreement, $"{part.Name}: the parts add up to {Figure.Money(sum, current.Currency)}, more than {Figure.Money(whole, current.Currency)}",
            [.. current.Claims.Take(1), .. below.Select(a => a.Claims[0])]));
        return whole - sum;
    }

    /// <summary>How far a figure may be off: half a unit of its last digit, and more where it is about so much.</summary>
    private static decimal Play(LedgerAmount amount) => Math.Max(
        PrintedPrecision.Of((Amount)amount.Claims[0].Claim.Fact) / 2, amount.Qualifier == Qualifier.About ? (amount.Value ?? amount.Max ?? 0) * About : 0);

    // A framework is not under construction because one of its plants is; a single agreement is what its parts are.
    private IEnumerable<Weighed> StagesOf(FollowedPart part) => part == _deal.Root && part.Kind != DealKind.Umbrella
        ? part.WithDescendants().SelectMany(p => _stages[p.Id])
        : _stages[part.Id];

    private bool IsOfDeal(Weighed claim) => claim.Fact is StageReading { IsNews: true } || (claim.Fact.PartId is { } part && part != _deal.Id);

    // Where a deal has no parts, a total that names none is the deal's own.
    private (string Part, AmountRole Role)? Thing(Amount amount, HashSet<string> parts)
    {
        var part = amount.PartId ?? (_deal.Root.Parts.Count == 0 ? _deal.Id : null);
        if (amount is not { Role: <= AmountRole.Spent, Per: null } || part is null || !parts.Contains(part))
        {
            return null;
        }

        return (part, part == _deal.Id || amount.Role == AmountRole.Spent ? amount.Role : AmountRole.Headline);
    }

    private static string? Reason(Amount amount) => amount switch
    {
        { Per: { } per } => $"per {per}",
        { Role: <= AmountRole.Spent, PartId: null } => "the text does not say which part",
        { Role: <= AmountRole.Spent } => "of a part that is not followed any more",
        _ => null,
    };
}
