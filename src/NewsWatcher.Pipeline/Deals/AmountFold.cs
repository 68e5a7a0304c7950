using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds the statements about one thing — a part, or one role of the deal itself — into figures with a status each.</summary>
internal sealed class AmountFold
{
    private readonly string _partId;
    private readonly string _name;
    private readonly StatedTotal? _total;
    private readonly IReadOnlyList<Figure> _figures;
    private readonly List<LedgerAmount> _amounts = [];
    private readonly List<LedgerConflict> _conflicts = [];

    private AmountFold(FollowedPart part, IReadOnlyList<Weighed> claims, StatedTotal? total)
    {
        (_partId, _name, _total) = (part.Id, part.Name, total);
        _figures = Figures.Of(claims.Where(c => !c.IsRejected));
        Settle();
        foreach (var figure in Figures.Of(claims.Where(c => c.IsRejected)))
        {
            _amounts.Add(figure.Shown(ClaimStatus.Rejected, "rejected by a reviewer"));
        }

        NoteRoundings();
    }

    /// <param name="total">What is configured for the thing: it tells slips, and in which currency the thing is counted.</param>
    public static (IReadOnlyList<LedgerAmount> Amounts, IReadOnlyList<LedgerConflict> Conflicts) Of(FollowedPart part, IReadOnlyList<Weighed> claims, StatedTotal? total)
    {
        var fold = new AmountFold(part, claims, total);
        return ([.. fold._amounts.OrderBy(a => a.Status).ThenBy(a => a.Currency == fold.MainCurrency ? 0 : 1).ThenByDescending(a => a.AsOf).ThenByDescending(a => a.Value ?? a.Max)], fold._conflicts);
    }

    private string? MainCurrency => _figures.Any(f => f.Currency == _total?.Currency)
        ? _total?.Currency
        : _figures.GroupBy(f => f.Currency).OrderByDescending(g => g.Sum(f => f.Counts ? f.Origins.Count : 0)).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private void Settle()
    {
        var slips = _figures.Where(f => SlipOf(f) is not null).ToHashSet();
        foreach (var figure in _figures)
        {
            figure.Newest = NewestOf(figure);
        }

        var main = Current(MainCurrency, slips);
        foreach (var currency in _figures.Select(f => f.Currency).Distinct())
        {
            var current = Current(currency, slips);
            foreach (var figure in _figures.Where(f => f.Currency == currency))
            {
                Settle(figure, current, main, slips.Contains(figure));
            }
        }
    }

    private void Settle(Figure figure, Figure? current, Figure? main, bool isSlip)
    {
        if (isSlip)
        {
            var meant = SlipOf(figure) ?? "";
            _amounts.Add(figure.Shown(figure.Counts ? ClaimStatus.Superseded : ClaimStatus.Lead, $"likely a slip of {meant}"));
            var against = current is not null && ConflictJudge.IsSlip(figure.Value, current.Value) ? Weighed.Sources(current.Claims).Take(1) : [];
            _conflicts.Add(new(_partId, ConflictCause.UnitSlip, $"{_name}: {figure.Printed} is likely a slip of {meant}", [.. Weighed.Sources(figure.Claims).Take(1), .. against]));
            return;
        }

        var isConversion = main is not null && figure.Currency != main.Currency;
        var converted = isConversion ? Converted(figure) : null;
        if (figure == current && (converted is null || converted == main))
        {
            _amounts.Add(figure.Shown(ClaimStatus.Current, isConversion ? converted is null ? $"in {figure.Currency} as printed" : $"{converted.Printed} in {figure.Currency}" : null));
            NoteConflict(figure, isConversion ? main : null);
            return;
        }

        var isOver = current is not null && (figure.Counts || current.Newest >= figure.First);
        var cause = current is null || figure == current ? null : Cause(figure, current);
        _amounts.Add(figure.Shown(isOver ? ClaimStatus.Superseded : ClaimStatus.Lead, NoteFor(figure, current, cause)));
        NoteConflict(figure, figure == current ? null : current);
    }

    private static string? NoteFor(Figure figure, Figure? current, ConflictCause? cause)
    {
        var lead = figure.Counts ? null : figure.Claims[0].Origin.Why;
        var fate = current is null ? null : cause switch
        {
            ConflictCause.Scope => $"covers something else than {current.Printed}",
            ConflictCause.Disagreement when figure.Counts => $"disagrees with {current.Printed}",
            ConflictCause.SameOrigin => $"the same source later says {current.Printed}",
            ConflictCause.Superseded or ConflictCause.Rounding => $"now {current.Printed}",
            _ => null,
        };
        return (lead, fate) switch { (null, _) => fate, (_, null) => lead, _ => $"{lead}; {fate}" };
    }

    private void NoteConflict(Figure figure, Figure? current)
    {
        // A lead may be told apart, and may never raise an alarm of its own.
        if (current is null || Cause(figure, current) is not { } cause || (cause == ConflictCause.Disagreement && !figure.Counts))
        {
            return;
        }

        _conflicts.Add(new(_partId, cause, $"{_name}: {figure.Printed} and {current.Printed}", [figure.Claims[0].Source, current.Claims[0].Source]));
    }

    // "Up to" less than the whole that is known speaks of a share of it.
    private ConflictCause? Cause(Figure figure, Figure current) => ConflictJudge.Between(figure, current) switch
    {
        ConflictCause.Disagreement when figure.IsExpectation && current.Value == _total?.Value && figure.Value < current.Value => ConflictCause.Scope,
        var cause => cause,
    };

    private void NoteRoundings()
    {
        foreach (var figure in _figures)
        {
            var coarse = figure.Claims.Where(c => ((Amount)c.Fact).Best != figure.Value).ToList();
            if (coarse.Count > 0)
            {
                _conflicts.Add(new(_partId, ConflictCause.Rounding, $"{_name}: {Figure.Money(((Amount)coarse[0].Fact).Best, figure.Currency)} is {figure.Printed} rounded",
                    [coarse[0].Source, figure.Claims.First(c => ((Amount)c.Fact).Best == figure.Value).Source]));
            }
        }
    }

    /// <summary>The newest independent statement; what was hoped for ends with what was announced.</summary>
    private Figure? Current(string? currency, HashSet<Figure> slips)
    {
        var counting = _figures.Where(f => f.Counts && f.Currency == currency && !slips.Contains(f)).ToList();
        return counting
            .Where(f => !f.IsExpectation || !counting.Exists(d => !d.IsExpectation && (d.Newest >= f.First || d.Value == _total?.Value)))
            .OrderByDescending(f => f.Newest).ThenByDescending(f => f.First).ThenByDescending(f => f.Origins.Count).ThenBy(f => f.Unit).ThenBy(f => f.Value)
            .FirstOrDefault();
    }

    // An article that gives a newer figure beside it tells the old one as history.
    private DateTimeOffset NewestOf(Figure figure)
    {
        var later = _figures.Where(f => f != figure && f.Currency == figure.Currency && f.First > figure.First && f.Counts)
            .SelectMany(f => f.Claims.Where(c => c.Counts).Select(c => c.ItemId)).ToHashSet();
        var own = figure.Claims.Where(c => c.Counts == figure.Counts && !later.Contains(c.ItemId)).Select(c => c.At).ToList();
        return own.Count > 0 ? own.Max() : figure.First;
    }

    /// <summary>The figure of the main currency that an item gives for this one.</summary>
    private Figure? Converted(Figure figure)
    {
        var items = figure.Claims.Select(c => c.ItemId).ToHashSet();
        return _figures.Where(f => f.Currency == MainCurrency && f.Claims.Any(c => items.Contains(c.ItemId)))
            .OrderByDescending(f => f.Newest).ThenByDescending(f => f.First).ThenBy(f => f.Value).FirstOrDefault();
    }

    /// <summary>What the figure is a slip of: the configured total, or a figure that more origins state. Null for none, and for what a person accepted.</summary>
    private string? SlipOf(Figure figure)
    {
        if (figure.Claims.Any(c => c.IsAccepted))
        {
            return null;
        }

        if (_total is not null && figure.Currency == _total.Currency && ConflictJudge.IsSlip(figure.Value, _total.Value))
        {
            return Figure.Money(_total.Value, _total.Currency);
        }

        return _figures.Where(f => f.Currency == figure.Currency && ConflictJudge.IsSlip(figure.Value, f.Value) && IsTrusted(f, figure)).MaxBy(f => f.Origins.Count)?.Printed;
    }

    private static bool IsTrusted(Figure one, Figure other) =>
        one.Counts != other.Counts ? one.Counts
        : one.Origins.Count != other.Origins.Count ? one.Origins.Count > other.Origins.Count
        : one.First != other.First ? one.First < other.First
        : one.Value < other.Value;
}
