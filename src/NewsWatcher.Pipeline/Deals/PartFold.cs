using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds the parts of a deal: figures, stages and what remains. An umbrella is never the sum of its parts, and never added to them.</summary>
internal sealed class PartFold
{
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
        _stages = claims.Standing<StageReading>().Where(IsOfDeal).ToLookup(s => s.Fact.PartId is { } part && known.Contains(part) ? part : deal.Id, StringComparer.Ordinal);
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
        var (stage, steps) = StageFold.Of(part.Id, StagesOf(part));
        _steps.AddRange(steps);
        var read = new LedgerPart { Id = part.Id, Kind = part.Kind, Name = part.Name, Stage = stage, Amounts = [.. amounts.OrderBy(a => a.Status)], Parts = below };
        return read with { Remainder = Remainder(read) };
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

    /// <summary>The figure less the firm ones below it; a cap says nothing of what will be left.</summary>
    private decimal? Remainder(LedgerPart part)
    {
        var below = part.Parts.Select(p => p.Current).OfType<LedgerAmount>().Where(a => a.Qualifier != Qualifier.UpTo).ToList();
        if (part.Current is not { } current || below.Count == 0 || below.Exists(a => a.Currency != current.Currency))
        {
            return null;
        }

        var (whole, sum) = (current.Value ?? current.Max ?? 0, below.Sum(a => a.Value ?? a.Max ?? 0));
        if (sum > whole + Unit(current) + below.Sum(Unit))
        {
            _conflicts.Add(new(part.Id, ConflictCause.Disagreement, $"{part.Name}: the parts add up to {Figure.Money(sum, current.Currency)}, more than {Figure.Money(whole, current.Currency)}",
                [.. current.Claims.Take(1), .. below.Select(a => a.Claims[0])]));
        }

        return whole - sum;
    }

    private static decimal Unit(LedgerAmount amount) => PrintedPrecision.Of((Amount)amount.Claims[0].Claim.Fact) / 2;

    // A framework is not under construction because one of its plants is; a single agreement is what its parts are.
    private IEnumerable<Weighed> StagesOf(FollowedPart part) => part == _deal.Root && part.Kind != DealKind.Umbrella
        ? part.WithDescendants().SelectMany(p => _stages[p.Id]).OrderBy(s => s.At).ThenBy(s => s.ItemId).ThenBy(s => s.Source.Claim.Key, StringComparer.Ordinal)
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
