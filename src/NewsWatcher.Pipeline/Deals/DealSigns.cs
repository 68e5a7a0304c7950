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
    private readonly List<Name> _aliases;
    private readonly List<Name> _parts;
    private readonly List<Name> _governments;
    private readonly List<Name> _parties;
    private readonly List<Name> _keywords;
    private readonly List<Name> _lookalikes;

    public DealSigns(FollowedDeal deal)
    {
        _deal = deal;
        _aliases = [Name.Of(deal.Root.Name, deal.Root.Aliases)];
        _parts = [.. deal.Parts.Skip(1).Select(p => Name.Of(p.Name, p.Aliases))];
        var parties = deal.Parts.SelectMany(p => p.Parties).DistinctBy(p => p.Name).ToList();
        _governments = [.. parties.Where(p => p.Role == PartyRole.Government).Select(p => Name.Of(p.Name, p.Aliases))];
        _parties = [.. parties.Where(p => p.Role != PartyRole.Government).Select(p => Name.Of(p.Name, p.Aliases))];
        _keywords = [.. deal.Parts.SelectMany(p => p.Keywords).Distinct(StringComparer.OrdinalIgnoreCase).Select(k => Name.Of(k, []))];
        _lookalikes = [.. deal.Lookalikes.Select(l => Name.Of(l, []))];
    }

    /// <summary>Null where nothing speaks for the deal.</summary>
    public DealMatch? Weigh(MatchedText page, ArticleFacts facts)
    {
        var scale = new Scale();
        WeighNames(page, scale);
        WeighParties(page, scale);
        WeighAmounts(facts, scale);
        var words = Found(page, _keywords);
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
        // Plants and phases are everywhere: somebody of the deal, both countries, its sum or its name must stand with them.
        var isAnchored = scale.Has("name") || scale.Has("amount") || scale.Has("party") || scale.Has("pair");
        var belongs = score >= Enough && isAnchored && (scale.Kinds > 1 || scale.Has("name") || scale.Has("both"));
        return new DealMatch(_deal.Id, score, belongs, [.. scale.Reasons, .. belongs || isOfRival ? Array.Empty<string>() : ["held back: too little speaks for it"]]);
    }

    private void WeighNames(MatchedText page, Scale scale)
    {
        var names = Found(page, _aliases);
        scale.Add("name", names.Select(n => n.Strength * n.Place).DefaultIfEmpty().Max(), names);
        var parts = Found(page, _parts);
        scale.Add("part", Math.Min(0.45, parts.Sum(p => (p.Strength > 0.3 ? 0.3 : 0.15) * p.Place)), parts);
    }

    private void WeighParties(MatchedText page, Scale scale)
    {
        var governments = Found(page, _governments);
        var isPair = _governments.Count > 1 && governments.Count == _governments.Count && governments.TrueForAll(g => g.Place == 1);
        if (isPair)
        {
            scale.Add("pair", 0, "both countries together");
        }

        scale.Add("country", isPair ? 0.25 : 0.1 * governments.Select(g => g.Place).DefaultIfEmpty().Max(), governments);
        if (isPair && governments.TrueForAll(g => g.InTitle) && page.TitleHasAny("investing"))
        {
            scale.Add("context", 0.25, "the headline speaks of money between the two");
        }

        var parties = Found(page, _parties);
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
        foreach (var (part, total) in _deal.Parts.Where(p => p.Headline is not null).Select(p => (p, p.Headline!))) // filtered just before
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

    private Name? Rival(Predicate<string> stands) => _lookalikes.Find(l => l.Phrases.Exists(stands));

    // A short name may be a rival's as well; one country alone is a party to many deals.
    private bool IsOwn(Predicate<string> stands) =>
        (_governments.Count > 1 && _governments.TrueForAll(g => g.Phrases.Exists(stands)))
        || _aliases.Exists(a => a.Phrases.Exists(p => Name.IsTelling(p) && stands(p)))
        || _parts.Concat(_parties).Any(n => n.Phrases.Exists(stands));

    private bool HasTotal(ArticleFacts facts, bool inTitle, MatchedText page) => _deal.Root.Headline is { } total
        && facts.Amounts.Any(a => IsTotal(a, total) && a.Evidence.InTitle == inTitle && (inTitle || page.IsOpening(a.Evidence.Start)));

    private static bool IsTotal(Amount amount, StatedTotal total) => amount.Currency == total.Currency && Math.Abs(amount.Best - total.Value) <= total.Value * Tolerance;

    private static List<Hit> Found(MatchedText page, List<Name> names) =>
        [.. names.Select(n => n.In(page)).OfType<Hit>()];

    private sealed record Hit(string Label, string Phrase, double Strength, double Place, bool InTitle);

    /// <summary>A name with its other spellings, folded.</summary>
    private sealed record Name(string Label, List<string> Phrases)
    {
        public static Name Of(string label, IReadOnlyList<string> aliases) =>
            new(label, [.. aliases.Prepend(label).Select(MatchedText.Folded).Where(p => p.Length > 1).Distinct(StringComparer.Ordinal)]);

        public Hit? In(MatchedText page) => Phrases
            .Select(p => new Hit(Label, p, Distinctness(p), page.Place(p), page.InTitle(p)))
            .Where(h => h.Place > 0)
            .OrderByDescending(h => h.Strength * h.Place).ThenByDescending(h => h.InTitle).ThenBy(h => h.Phrase, StringComparer.Ordinal).FirstOrDefault();

        // The more words a name has, the less likely it is somebody else's.
        private static double Distinctness(string phrase) => Weight(phrase) switch { >= 3 => 0.65, >= 2 => 0.5, _ => 0.25 };

        private static double Weight(string phrase) => Tokens.Of(phrase).Sum(w => w.Length == 1 && Tokens.IsUnspaced(w[0]) ? 0.5 : 1);

        public static bool IsTelling(string phrase) => Weight(phrase) >= 3;
    }

    /// <summary>Weights and reasons as they add up.</summary>
    private sealed class Scale
    {
        private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

        public double Sum { get; private set; }

        public List<string> Reasons { get; } = [];

        public int Kinds => _kinds.Count(k => k is not ("context" or "rival" or "both" or "pair"));

        public bool Has(string kind) => _kinds.Contains(kind);

        public void Add(string kind, double weight, List<Hit> hits) =>
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
