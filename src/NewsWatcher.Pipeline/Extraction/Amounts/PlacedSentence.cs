namespace NewsWatcher.Extraction.Amounts;

/// <summary>One sentence with its amounts, and what it names of one deal.</summary>
internal sealed class PlacedSentence
{
    private const int ClauseDistance = 40;
    private const int Reach = 200;
    private const int OtherSide = 15;

    private readonly string _folded;
    private readonly FollowedDeal _deal;
    private readonly List<Amount> _amounts;
    private readonly List<(int Start, int End, FollowedPart Part)> _parts;
    private readonly List<TrancheCue> _cues = [];
    private readonly bool _namesDeal;
    private readonly List<NameMention> _named;
    private readonly bool _isRespective;
    private readonly bool _isCombined;
    private readonly bool _isDense;
    private readonly HashSet<string> _links;

    public PlacedSentence(string folded, (int Start, int End) bounds, List<NameMention> named, FollowedDeal deal, List<Amount> amounts, AmountLanguage language)
    {
        (_folded, _deal, _amounts, _isDense, _links) = (folded, deal, amounts, language.IsDense, language.Roles.Links);
        _parts = [.. named.Select(m => (m.Start, m.End, Part: m.PartOf(deal))).Where(m => m.Part is not null).Select(m => (m.Start, m.End, m.Part!))]; // not null: filtered
        _namesDeal = named.Exists(m => m.Of(deal, NameKind.Deal) is not null || m.Of(deal, NameKind.Party) is not null);
        _named = named;
        for (var i = bounds.Start; i < bounds.End; i++)
        {
            if (language.Roles.Tranches.TryAt(folded, i, out var end, out var ordinal))
            {
                _cues.Add(new(i, end, ordinal));
                i = end - 1;
            }
            else if (language.Roles.Orders.TryAt(folded, i, out _, out var order))
            {
                _isRespective |= order == "respective";
                _isCombined |= order == "combined";
            }
        }
    }

    public PlacedAmount Place(int index)
    {
        var amount = _amounts[index];
        if (amount.Role == AmountRole.PerShare || amount.Per == "share")
        {
            return new(amount with { Role = AmountRole.PerShare, PartId = _deal.Id }, true);
        }

        if (KnownTotals.Equals(amount, _deal.Root))
        {
            return new(amount with { Role = AmountRole.Headline, PartId = _deal.Id }, true);
        }

        if (IsOfLookalike(amount) || amount.Per is not null)
        {
            return new(amount with { Role = Outside(amount.Role) }, true);
        }

        return ByPart(index) ?? ByRole(amount);
    }

    // A similar deal's figure: the sentence begins with its name, or the name stands right before the figure.
    private bool IsOfLookalike(Amount amount)
    {
        const int Near = 24;
        if (_named.Count > 0 && _parts.Count == 0 && _named[0].Start < amount.Evidence.Start && _named[0].Of(_deal, NameKind.Lookalike) is not null)
        {
            return true;
        }

        var last = Around(_named, m => m.Start, amount).Find(m => m.Start < amount.Evidence.Start);
        return last.Named is not null && amount.Evidence.Start - last.End < Near && last.Of(_deal, NameKind.Lookalike) is not null;
    }

    private static AmountRole Outside(AmountRole role) => role is AmountRole.RevenueOrProfit or AmountRole.Debt or AmountRole.Other ? role : AmountRole.Background;

    /// <summary>By the project or the phase that stands nearest.</summary>
    private PlacedAmount? ByPart(int index)
    {
        var amount = _amounts[index];
        var (part, partDistance) = NearestPart(index);
        var (cue, cueDistance) = NearestCue(amount);
        if (KnownTotals.IsTrifle(amount, _deal.Root) || (amount.Role is AmountRole.RevenueOrProfit or AmountRole.Background && partDistance > 0))
        {
            return null;
        }

        if (part is null && cue is null)
        {
            return KnownTotals.PartWith(amount, _deal) is { } known ? Of(amount, known, RoleIn(known)) : null;
        }

        // "a $2 billion loan for the plant" is the loan, though it tells the plant.
        var isLoan = cue is { Ordinal: 0 } && cueDistance < OtherSide;
        if (part is not null && partDistance <= cueDistance && !isLoan)
        {
            return _isCombined && _parts.Count > 1 && _amounts.Count == 1 ? Of(amount, _deal.Root, AmountRole.Tranche) : Of(amount, part, RoleIn(part));
        }

        var tranche = cue is { Ordinal: > 0 } phase ? Phase(phase) : part;
        return Of(amount, tranche ?? _deal.Root, AmountRole.Tranche);
    }

    private static AmountRole RoleIn(FollowedPart part) => part.Kind == DealKind.Project ? AmountRole.Project : AmountRole.Tranche;

    private static PlacedAmount Of(Amount amount, FollowedPart part, AmountRole role) =>
        new(amount with { Role = amount.Role == AmountRole.Spent ? AmountRole.Spent : role, PartId = part.Id }, true);

    private PlacedAmount ByRole(Amount amount)
    {
        var isOurs = _namesDeal || KnownTotals.IsSlip(amount, _deal.Root) || (_deal.Root.Headline?.Currency == amount.Currency && KnownTotals.IsNear(amount, _deal.Root));
        return amount.Role switch
        {
            AmountRole.Headline when KnownTotals.IsTrifle(amount, _deal.Root) => new(amount with { Role = AmountRole.Other }, false),
            AmountRole.Headline when !isOurs => new(amount with { Role = AmountRole.Background }, false),
            AmountRole.Headline when KnownTotals.IsNear(amount, _deal.Root) || KnownTotals.IsSlip(amount, _deal.Root) => new(amount with { PartId = _deal.Id }, false),
            AmountRole.Headline => new(amount with { Role = AmountRole.Tranche, PartId = _deal.Id }, false),
            AmountRole.Spent => new(amount with { PartId = _deal.Id }, true),
            _ => new(amount, false),
        };
    }

    // A phase is found among the configured tranches by its place in their order.
    private FollowedPart? Phase(TrancheCue cue)
    {
        var phases = _deal.Root.Parts.Where(p => p.Kind == DealKind.Tranche).ToList();
        return cue.Ordinal <= phases.Count ? phases[cue.Ordinal - 1] : null;
    }

    private (TrancheCue? Cue, int Distance) NearestCue(Amount amount)
    {
        TrancheCue? best = null;
        var nearest = Reach;
        foreach (var cue in Around(_cues, c => c.Start, amount))
        {
            var distance = Distance(amount, cue.Start, cue.End);
            (best, nearest) = distance < nearest ? (cue, distance) : (best, nearest);
        }

        return (best, nearest);
    }

    private (FollowedPart? Part, int Distance) NearestPart(int index)
    {
        if (_parts.Count == 0 || (_isRespective && _parts.Count == _amounts.Count))
        {
            return _parts.Count == 0 ? (null, Reach) : (_parts[index].Part, 0);
        }

        var amount = _amounts[index];
        var around = Around(_parts, p => p.Start, amount);
        var before = around.Find(p => p.Start < amount.Evidence.Start);
        var after = around.Find(p => p.Start >= amount.Evidence.End);
        var beforeIsFree = before.Part is not null && (index == 0 || before.Start >= _amounts[index - 1].Evidence.End);
        var afterIsFree = after.Part is not null && (index + 1 == _amounts.Count || after.End <= _amounts[index + 1].Evidence.Start);
        var beforeDistance = before.Part is null ? Reach : Distance(amount, before.Start, before.End);
        var afterDistance = after.Part is null ? Reach : Distance(amount, after.Start, after.End);
        var namesFirst = _parts[0].Start < _amounts[0].Evidence.Start;
        var takesAfter = beforeIsFree && afterIsFree
            ? afterDistance + (namesFirst ? OtherSide : 0) < beforeDistance + (namesFirst ? 0 : OtherSide) || (afterDistance == 0 && beforeDistance > 0)
            : !beforeIsFree && (afterIsFree || before.Part is null);
        return takesAfter ? (after.Part, afterDistance) : (before.Part, beforeDistance);
    }

    /// <summary>The last of a sorted list before an amount, and the first after it.</summary>
    private static List<T> Around<T>(List<T> sorted, Func<T, int> start, Amount amount)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = start(sorted[middle]) < amount.Evidence.Start ? (middle + 1, high) : (low, middle);
        }

        var around = new List<T>(2);
        if (low > 0)
        {
            around.Add(sorted[low - 1]);
        }

        if (low < sorted.Count)
        {
            around.Add(sorted[low]);
        }

        return around;
    }

    private int Distance(Amount amount, int start, int end)
    {
        var (from, to) = start >= amount.Evidence.End ? (amount.Evidence.End, start) : (end, amount.Evidence.Start);
        if (to - from is < 0 or >= Reach)
        {
            return Math.Max(0, to - from);
        }

        var between = _folded.AsSpan(from, to - from);
        if (_links.Contains(between.Trim(" (-\u300C\"").ToString()))
        {
            return 0;
        }

        var clauses = between.Count(',') + between.Count(';') + between.Count('、') + between.Count('\u2014');
        return (to - from) * (_isDense ? 2 : 1) + (clauses * ClauseDistance);
    }
}
