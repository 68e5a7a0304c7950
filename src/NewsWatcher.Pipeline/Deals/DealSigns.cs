using System.Globalization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What a deal is recognised by, compiled once, and the weight of each sign. One kind of sign alone never makes an article the deal's, save the deal's own name.</summary>
internal sealed class DealSigns
{
    /// <summary>From here on an article belongs.</summary>
    private const double Enough = 0.5;

    // A total is the same when printed with fewer digits.
    private const decimal Tolerance = 0.005m;

    private readonly FollowedDeal _deal;
    private readonly List<DealName> _names;
    private readonly List<DealName> _governments;
    private readonly List<DealName> _lookalikes;

    public DealSigns(FollowedDeal deal, PhraseIndex index)
    {
        _deal = deal;
        var parties = deal.Parts.SelectMany(p => p.Parties).DistinctBy(p => p.Name).ToList();
        _governments = [.. parties.Where(p => p.Role == PartyRole.Government).Select(p => DealName.Of(NameKind.Government, p.Name, p.Aliases, index))];
        DealName[] names =
        [
            DealName.Of(NameKind.Alias, deal.Root.Name, deal.Root.Aliases, index),
            .. deal.Parts.Skip(1).Select(p => DealName.Of(NameKind.Part, p.Name, p.Aliases, index)),
            .. _governments,
            .. parties.Where(p => p.Role != PartyRole.Government).Select(p => DealName.Of(NameKind.Party, p.Name, p.Aliases, index)),
            .. deal.Parts.SelectMany(p => p.Keywords).Distinct(StringComparer.OrdinalIgnoreCase).Select(k => DealName.Of(NameKind.Keyword, k, [], index)),
        ];
        _names = [.. names.Select((n, i) => n with { Order = i })];
        _lookalikes = [.. deal.Lookalikes.Select(l => DealName.Of(NameKind.Lookalike, l, [], index))];
    }

    public string DealId => _deal.Id;

    /// <summary>Every name that speaks for the deal.</summary>
    public IReadOnlyList<DealName> Names => _names;

    public bool HasTotal(IEnumerable<Amount> amounts) => amounts.Any(a => Totals.Any(t => IsTotal(a, t.Total)));

    private IEnumerable<(FollowedPart Part, StatedTotal Total)> Totals => _deal.Parts.Where(p => p.Headline is not null).Select(p => (p, p.Headline!)); // filtered just before

    /// <summary>Null where nothing speaks for the deal.</summary>
    /// <param name="names">Those of the deal's names that the page has.</param>
    public DealMatch? Weigh(MatchedText page, IReadOnlyCollection<DealName> names, ArticleFacts facts)
    {
        var scale = new Scale();
        var hits = names.OrderBy(n => n.Order).Select(n => (n.Kind, Hit: n.In(page))).Where(h => h.Hit is not null).ToLookup(h => h.Kind, h => h.Hit!); // filtered just before
        WeighNames(hits, scale);
        WeighParties(page, hits, scale);
        WeighAmounts(facts, scale);
        var words = hits[NameKind.Keyword].ToList();
        scale.Add("keyword", Math.Min(0.25, words.Sum(w => 0.12 * w.Place)), words);
        if (scale.Kinds == 0)
        {
            return null;
        }

        WeighLookalikes(page, facts, scale);
        if (facts.IsDeal && (scale.Has("party") || scale.Has("part")))
        {
            scale.Add("context", 0.1, "it tells of a deal");
        }

        var isOfRival = scale.Has("rival");
        var score = Math.Round(Math.Clamp(scale.Sum, 0, isOfRival ? Enough / 2 : 1), 2);
        // Plants and phases are everywhere, and a company has many deals: both countries, the sum or the name must stand with them, or a company with its part.
        var isAnchored = scale.Has("name") || scale.Has("amount") || scale.Has("pair") || scale.Has("both") || (scale.Has("party") && (scale.Has("part") || scale.Has("country") || _governments.Count == 0))
            || (scale.Has("country") && hits[NameKind.Part].Any(p => p is { InTitle: true, IsProper: true, Strength: > 0.3 }));
        var isManifold = scale.Kinds > 1 || scale.Has("name") || scale.Has("both") || scale.Has("money");
        var belongs = score >= Enough && isAnchored && !isOfRival && isManifold;
        return new DealMatch(_deal.Id, score, belongs, [.. scale.Reasons, .. belongs || isOfRival ? [] : Lacking(score, isAnchored, isManifold)]);
    }

    /// <summary>What of the deal a page does not have, as its reasons would tell it; keywords are not told.</summary>
    public IEnumerable<string> Missing(MatchedText page, ArticleFacts facts)
    {
        foreach (var name in _names.Where(n => n.Kind != NameKind.Keyword && n.In(page) is null))
        {
            yield return $"{Word(name.Kind)} \"{name.Label}\"";
        }

        foreach (var (part, total) in Totals.Where(t => !facts.Amounts.Any(a => IsTotal(a, t.Total))))
        {
            yield return $"the total of {part.Name}, {Figure.Money(total.Value, total.Currency)}";
        }
    }

    private static string Word(NameKind kind) => kind switch { NameKind.Alias => "name", NameKind.Government => "country", _ => kind.ToString().ToLowerInvariant() };

    // Every condition that it fails, not the first alone.
    private static IEnumerable<string> Lacking(double score, bool isAnchored, bool isManifold)
    {
        if (score < Enough)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"held back: too little speaks for it, {score:0.00} of {Enough:0.00}");
        }

        if (!isManifold)
        {
            yield return "held back: one kind of sign alone is not enough";
        }

        if (!isAnchored)
        {
            yield return "held back: neither the deal's name nor a total, nor all its countries, nor two of its parties, nor a party with its part or country stands in it";
        }
    }

    private static void WeighNames(ILookup<NameKind, NameHit> hits, Scale scale)
    {
        var names = hits[NameKind.Alias].ToList();
        scale.Add("name", names.Select(n => n.Strength * n.Place).DefaultIfEmpty().Max(), names);
        var parts = hits[NameKind.Part].ToList();
        scale.Add("part", Math.Min(0.45, parts.Sum(p => (p.Strength > 0.3 ? p.InTitle && p.IsProper ? 0.4 : 0.3 : 0.15) * p.Place)), parts);
    }

    private void WeighParties(MatchedText page, ILookup<NameKind, NameHit> hits, Scale scale)
    {
        var governments = hits[NameKind.Government].ToList();
        var isPair = _governments.Count > 1 && governments.Count == _governments.Count && governments.TrueForAll(g => g.Place == 1);
        if (isPair)
        {
            scale.Add("pair", 0, "both countries together");
        }

        scale.Add("country", isPair ? 0.25 : 0.1 * governments.Select(g => g.Place).DefaultIfEmpty().Max(), governments);
        if (isPair && governments.TrueForAll(g => g.InTitle) && page.TitleHasAny("investing"))
        {
            scale.Add("money", 0.25, "the headline speaks of money between the two");
        }

        var parties = hits[NameKind.Party].ToList();
        scale.Add("party", Math.Min(0.6, parties.Sum(p => 0.28 * p.Place)), parties);
        if (parties.Count > 1 && parties.Count(p => p.InTitle || p.Place == 1) > 1)
        {
            scale.Add("both", 0, "several of its parties together");
        }
    }

    private void WeighAmounts(ArticleFacts facts, Scale scale)
    {
        var best = 0.0;
        var reasons = new List<string>();
        foreach (var (part, total) in Totals)
        {
            var hit = facts.Amounts.FirstOrDefault(a => IsTotal(a, total));
            if (hit is not null)
            {
                // A large total is told apart by its size; many deals are worth two billion.
                best = Math.Max(best, part.Id != _deal.Id ? 0.2 : total.Value >= 10_000_000_000 ? 0.42 : 0.3);
                reasons.Add($"amount \"{hit.Text}\" is the total of {part.Name}");
            }
        }

        scale.Add("amount", best, [.. reasons]);
    }

    private void WeighLookalikes(MatchedText page, ArticleFacts facts, Scale scale)
    {
        var inTitle = Rival(page.InTitle);
        if ((inTitle ?? Rival(page.InOpening)) is not { } rival || IsOwn(page.InTitle) || HasTotal(facts, inTitle: true, page))
        {
            return;
        }

        var isContested = inTitle is null || Rival(page.InOpening) is null;
        if (!isContested || !(IsOwn(page.InOpening) || HasTotal(facts, inTitle: false, page)))
        {
            scale.Add("rival", 0, $"held back: it is about {rival.Label}, which has a similar deal of its own, and names this one in passing");
        }
    }

    private DealName? Rival(Predicate<int> stands) => _lookalikes.Find(l => l.Stands(stands));

    // A short name may be a rival's as well; one country alone is a party to many deals.
    private bool IsOwn(Predicate<int> stands) =>
        (_governments.Count > 1 && _governments.TrueForAll(g => g.Stands(stands)))
        || _names.Exists(n => n.Kind switch
        {
            NameKind.Alias => n.Spellings.Any(s => s.IsTelling && stands(s.Id)),
            NameKind.Part or NameKind.Party => n.Stands(stands),
            _ => false,
        });

    private bool HasTotal(ArticleFacts facts, bool inTitle, MatchedText page) => _deal.Root.Headline is { } total
        && facts.Amounts.Any(a => IsTotal(a, total) && a.Evidence.InTitle == inTitle && (inTitle || page.IsOpening(a.Evidence.Start)));

    private static bool IsTotal(Amount amount, StatedTotal total) => amount.Currency == total.Currency && Math.Abs(amount.Best - total.Value) <= total.Value * Tolerance;

    /// <summary>Weights and reasons as they add up.</summary>
    private sealed class Scale
    {
        private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

        public double Sum { get; private set; }

        public List<string> Reasons { get; } = [];

        public int Kinds => _kinds.Count(k => k is not ("context" or "money" or "rival" or "both" or "pair"));

        public bool Has(string kind) => _kinds.Contains(kind);

        public void Add(string kind, double weight, List<NameHit> hits) =>
            Add(kind, weight, [.. hits.Select(h => $"{kind} \"{h.Label}\"{(h.InTitle ? " in the headline" : "")}")]);

        public void Add(string kind, double weight, params string[] reasons)
        {
            if (reasons.Length > 0)
            {
                _kinds.Add(kind);
                Sum += weight;
                Reasons.AddRange(reasons);
            }
        }
    }
}
