namespace NewsWatcher.Extraction.Amounts;

/// <summary>One sentence with its amounts, and what it names of one deal.</summary>
internal sealed class PlacedSentence
{
    private const int NearLoan = 15;

    private readonly string _folded;
    private readonly SentenceMarks _marks;
    private readonly PartMark? _topic;
    private readonly bool _isOfDeal;
    private readonly List<Amount> _amounts;
    private readonly AmountLanguage _language;
    private readonly TextGaps _gaps;
    private readonly RoleCues _cues = new();
    private readonly List<SumGroup> _groups = [];
    private readonly int[] _groupOf;
    private readonly PartOwners _owners;
    private readonly HashSet<int> _lent;
    private readonly List<PartMark> _projects;
    private bool? _saysSize;
    private bool? _isElsewhere;

    /// <param name="folded">The whole text.</param>
    /// <param name="marks">What the sentence names.</param>
    /// <param name="topic">What is spoken of where the sentence itself names nothing.</param>
    /// <param name="amounts">Its amounts.</param>
    /// <param name="isConversion">Which amounts say the one before again in other money.</param>
    /// <param name="language">Of the text.</param>
    public PlacedSentence(string folded, SentenceMarks marks, SentenceTopic topic, List<Amount> amounts, bool[] isConversion, AmountLanguage language)
    {
        (_folded, _marks, _topic, _isOfDeal, _amounts, _language) = (folded, marks, topic.Part, topic.IsOfDeal, amounts, language);
        _gaps = new(folded, language);
        _cues.Find(folded, marks.Bounds.Start, marks.Bounds.End, language, marks.Named);
        _groupOf = new int[amounts.Count];
        for (var i = 0; i < amounts.Count; i++)
        {
            if (isConversion[i] && _groups.Count > 0)
            {
                _groups[^1].End = amounts[i].Evidence.End;
            }
            else
            {
                _groups.Add(new(amounts[i].Evidence.Start, amounts[i].Evidence.End));
            }

            _groupOf[i] = _groups.Count - 1;
        }

        _owners = new(marks, _groups, _gaps);
        _lent = LoanGroups();
        _projects = [.. _groups.SelectMany(g => g.Marks).Where(m => m.IsProject)];
    }

    private FollowedDeal Deal => _marks.Deal;

    public PlacedAmount Place(int index, PlacedAmount? before)
    {
        var amount = _amounts[index];
        if (amount.Per == "share" || (amount.Role == AmountRole.PerShare && !IsBesidePrice(amount)))
        {
            return new(amount with { Role = AmountRole.PerShare, PartId = Deal.Id }, true);
        }

        if (KnownTotals.Equals(amount, Deal.Root))
        {
            return new(amount with { Role = AmountRole.Headline, PartId = Deal.Id }, true);
        }

        var (role, distance) = _cues.Nearest(_folded, amount.Evidence.Start, amount.Evidence.End, _language.IsDense, skipsPrices: amount.Role == AmountRole.PerShare);
        if (IsOfLookalike(amount) || amount.Per is not null)
        {
            return new(amount with { Role = role is AmountRole.RevenueOrProfit or AmountRole.Debt ? role : AmountRole.Background }, true);
        }

        if (_gaps.IsRemainder(amount.Evidence.Start) && _owners.Of(_groupOf[index]).Mark is not { IsProject: true })
        {
            return new(amount with { Role = AmountRole.Other }, true);
        }

        if (role is AmountRole.Headline or AmountRole.Spent or AmountRole.Other && IsElsewhere)
        {
            return new(amount with { Role = AmountRole.Background }, false);
        }

        amount = amount with { Role = role };
        return ByPart(index, amount, distance) ?? ByAddition(index, amount) ?? ByEarlier(amount, before) ?? ByNeighbours(amount) ?? ByCost(amount) ?? ByTopic(amount) ?? ByRole(amount);
    }

    // "Last year a rival bought a mine for 2 billion": a sentence that names nothing of the deal.
    private bool IsElsewhere => _isElsewhere ??= _marks.Marks.Count == 0 && !_marks.NamesDeal && _gaps.SaysElsewhere(_marks.Bounds);

    // "3,100 yen a share, or 930 billion yen in total"
    private bool IsBesidePrice(Amount amount) => amount.Best >= KnownTotals.SmallestDeal && _amounts.Exists(a => a.Per == "share");

    // A similar deal's figure: the sentence begins with its name, or the name stands right before the figure.
    private bool IsOfLookalike(Amount amount)
    {
        const int Near = 24;
        if (_marks.IsOfLookalike && _marks.Named[0].Start < amount.Evidence.Start)
        {
            return true;
        }

        var last = _marks.Named.FindLast(m => m.Start < amount.Evidence.Start);
        return last.Named is not null && amount.Evidence.Start - last.End < Near && last.Of(Deal, NameKind.Lookalike) is not null;
    }

    /// <summary>By the project or the phase that stands by it.</summary>
    private PlacedAmount? ByPart(int index, Amount amount, int wordDistance)
    {
        var (mark, distance) = _owners.Of(_groupOf[index]);
        mark = mark is { } one && _owners.IsOfSeveral(one) ? _marks.CommonPart([.. _projects, .. _marks.Marks.Where(m => !m.IsProject)]) : mark;
        if (KnownTotals.IsTrifle(amount, Deal.Root))
        {
            return null;
        }

        // "a $2 billion loan for the plant" is the loan, though it tells the plant.
        var isLoan = _lent.Contains(_groupOf[index]) || (mark is { } of && IsStakeIn(of, amount));
        if (amount.Role is AmountRole.RevenueOrProfit or AmountRole.Background or AmountRole.Debt && !isLoan && wordDistance <= distance)
        {
            return null;
        }

        if (mark is null)
        {
            return isLoan && (_marks.NamesDeal || _isOfDeal || _topic is not null || _marks.Marks.Count > 0) ? Of(amount, LoanPart(), AmountRole.Tranche)
                : KnownTotals.PartWith(amount, Deal) is { } known ? Of(amount, known, known.Kind == DealKind.Project ? AmountRole.Project : AmountRole.Tranche) : null;
        }

        var said = IsOfTopic(amount, mark.Value) ? _topic ?? mark.Value : mark.Value;
        return Of(amount, said.Part, isLoan ? AmountRole.Tranche : said.Role);
    }

    // "Reactors worth $9 billion are discussed for the second round", after a sentence about the reactors.
    private bool IsOfTopic(Amount amount, PartMark mark) =>
        !mark.IsProject && mark.Start >= amount.Evidence.End && _topic is { IsProject: true } topic
            && topic.Part.Id.StartsWith(mark.Part.Id + "/", StringComparison.Ordinal) && _gaps.IsWorth(amount.Evidence.Start);

    // "A costs $8 billion and B $3 billion, together $11 billion"
    private PlacedAmount? ByAddition(int index, Amount amount) =>
        _groups.Count > 1 && IsTotal(_groupOf[index]) && _marks.CommonPart(_projects) is { IsProject: false } whole ? Of(amount, whole.Part, AmountRole.Tranche) : null;

    // Among sums of projects, the sum of one that nobody configured.
    private PlacedAmount? ByNeighbours(Amount amount) =>
        _groups.Count > 1 && _projects.Count > 0 && amount.Role is AmountRole.Headline or AmountRole.Other && !KnownTotals.IsTrifle(amount, Deal.Root)
            && !KnownTotals.IsAbove(amount, Deal.Root) && (amount.Role == AmountRole.Other || !_marks.NamesDeal)
            ? new(amount with { Role = AmountRole.Project }, false)
            : null;

    private bool IsTotal(int group)
    {
        const int Near = 20;
        var from = group > 0 ? _groups[group - 1].End : _marks.Bounds.Start;
        return _marks.Sums.Exists(s => s.Start >= from && s.End <= _groups[group].End + Near);
    }

    private FollowedPart LoanPart() => _marks.NamesDeal ? Deal.Root : (_marks.Topic() ?? _topic)?.Part ?? Deal.Root;

    // "a 30% stake in the plant for $2 billion"
    private bool IsStakeIn(PartMark mark, Amount amount)
    {
        const int Near = 8;
        return mark.Start < amount.Evidence.Start && _marks.Loans.Exists(l => l.End <= mark.Start && mark.Start - l.End <= Near && !_folded.AsSpan(l.End, mark.Start - l.End).Contains(','));
    }

    // The sums that a word for a stake or a loan stands by.
    private HashSet<int> LoanGroups()
    {
        var lent = new HashSet<int>();
        var next = 0;
        foreach (var word in _marks.Loans)
        {
            while (next < _groups.Count && _groups[next].Start < word.Start)
            {
                next++;
            }

            var toBefore = next > 0 ? _gaps.Between(_groups[next - 1].End, word.Start) : TextGaps.Reach;
            var toAfter = next < _groups.Count ? _gaps.Between(word.End, _groups[next].Start) : TextGaps.Reach;
            if (Math.Min(toBefore, toAfter) < NearLoan)
            {
                lent.Add(toBefore <= toAfter ? next - 1 : next);
            }
        }

        return lent;
    }

    // "$9 billion, of which $2 billion is lent": the part that the sum before belongs to.
    private PlacedAmount? ByEarlier(Amount amount, PlacedAmount? before) =>
        before is { Amount: { PartId: { } part, Role: AmountRole.Project or AmountRole.Tranche } earlier } && amount.Currency == earlier.Currency
            && amount.Role is AmountRole.Headline or AmountRole.Other && _marks.Marks.Count > 0 && _gaps.Continues(earlier.Evidence.End, amount.Evidence.Start)
            ? new(amount with { Role = earlier.Role, PartId = part }, true)
            : null;

    /// <summary>By what the sentences before or the title are about.</summary>
    private PlacedAmount? ByTopic(Amount amount) =>
        _topic is { } topic && !_marks.Marks.Exists(m => m.Start < amount.Evidence.Start) && !_marks.NamesDeal && amount.Role is AmountRole.Headline or AmountRole.Spent or AmountRole.Other
            && !KnownTotals.IsTrifle(amount, Deal.Root) && !KnownTotals.IsAbove(amount, Deal.Root) && (_saysSize ??= _marks.IsCombined || _gaps.SaysSize(_marks.Bounds))
            ? Of(amount, topic.Part, topic.Role)
            : null;

    // 総事業費約68億ドル: of a deal with parts, what one of them costs, though the sentence does not name it.
    private PlacedAmount? ByCost(Amount amount)
    {
        var isCost = HasParts && amount.Role is AmountRole.Headline or AmountRole.Other && !KnownTotals.IsTrifle(amount, Deal.Root) && !KnownTotals.IsNear(amount, Deal.Root);
        return isCost && _gaps.IsCost(amount.Evidence.Start) ? new(amount with { Role = AmountRole.Project, PartId = _topic is { IsProject: true } topic ? topic.Part.Id : null }, false) : null;
    }

    private static PlacedAmount Of(Amount amount, FollowedPart part, AmountRole role) =>
        new(amount with { Role = amount.Role == AmountRole.Spent ? AmountRole.Spent : role, PartId = part.Id }, true);

    private PlacedAmount ByRole(Amount amount)
    {
        // A bet in a title has no verb to tell what it is.
        var isSlip = KnownTotals.IsSlip(amount, Deal.Root);
        var role = amount.Role == AmountRole.Other && amount.Evidence.InTitle && isSlip && (_marks.NamesDeal || _marks.NamesParty) ? AmountRole.Headline : amount.Role;
        return role switch
        {
            AmountRole.Headline when KnownTotals.IsTrifle(amount, Deal.Root) => new(amount with { Role = AmountRole.Other }, false),
            AmountRole.Headline when !IsOurs(amount, isSlip) => new(amount with { Role = AmountRole.Background }, false),
            AmountRole.Headline when SaysTotal(amount, isSlip) => new(amount with { Role = role, PartId = Deal.Id }, false),
            // A deal without parts has one price; what else its parties pay is for something else.
            AmountRole.Headline when !HasParts && Deal.Root.Headline is not null && !_marks.NamesDeal && _marks.Loans.Count == 0 => new(amount with { Role = AmountRole.Background }, false),
            AmountRole.Headline => new(amount with { Role = AmountRole.Tranche, PartId = Deal.Id }, false),
            AmountRole.Spent => new(amount with { PartId = Deal.Id }, true),
            _ => new(amount, false),
        };
    }

    private bool HasParts => Deal.Root.Parts.Count > 0;

    private bool IsOurs(Amount amount, bool isSlip) =>
        _marks.NamesDeal || _marks.NamesParty || isSlip || IsWholeCost(amount) || (Deal.Root.Headline?.Currency == amount.Currency && KnownTotals.IsNear(amount, Deal.Root) && !HasParts);

    // Of a deal with parts, several things together are no total, nor what a bare party's name stands by.
    private bool SaysTotal(Amount amount, bool isSlip) =>
        isSlip || (KnownTotals.IsNear(amount, Deal.Root) && (!HasParts || ((!_marks.IsCombined || KnownTotals.IsAbove(amount, Deal.Root)) && (_marks.NamesDeal || _marks.NamesParty || IsWholeCost(amount)))));

    // "The total cost is now put at 21 billion", in a passage about the deal.
    private bool IsWholeCost(Amount amount) => _isOfDeal && Deal.Root.Headline?.Currency == amount.Currency && KnownTotals.IsNear(amount, Deal.Root) && _gaps.SaysWhole((_marks.Bounds.Start, amount.Evidence.Start));
}
