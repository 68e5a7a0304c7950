using System.Globalization;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>Finds deals that nobody follows: stories of the same parties, told by several who do not copy each other, with large sums. Pure, and the same in any order.</summary>
public static class DealSuggestions
{
    private const int FewestOrigins = 2;
    private const int MostParties = 6;
    private const int MostProjects = 4;
    private const int MostLinked = 12;

    // Currencies whose main unit is worth about a hundredth of a dollar or less: their sums are long for a small deal as well.
    private static readonly HashSet<string> SmallUnits = new(["JPY", "KRW", "IDR", "VND", "INR", "RUB", "HUF", "CLP", "COP", "NGN", "PKR", "TWD", "THB", "PHP"], StringComparer.Ordinal);

    /// <param name="least">The smallest sum of a deal that is told, in main units; of currencies with small units, a hundred times as much.</param>
    public static IReadOnlyList<DealSuggestion> Of(IReadOnlyList<UnfollowedStory> stories, OutletCatalog outlets, decimal least) =>
        [.. Clusters([.. stories.OrderBy(s => s.Id).Select(s => new Signs(s))])
            .Select(c => Suggest(c, outlets, least)).OfType<DealSuggestion>()
            .OrderByDescending(s => s.Origins).ThenByDescending(s => s.Outlets).ThenByDescending(s => Size(s.Amount)).ThenBy(s => s.Developments[0])];

    // Stories that have one link are one cluster, which is known by its first.
    private static IEnumerable<IReadOnlyList<Signs>> Clusters(IReadOnlyList<Signs> stories)
    {
        var first = Enumerable.Range(0, stories.Count).ToArray();
        int Root(int i) => first[i] == i ? i : first[i] = Root(first[i]);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < stories.Count; i++)
        {
            foreach (var link in stories[i].Links)
            {
                var (one, other) = (Root(i), Root(known.TryGetValue(link, out var holder) ? holder : known[link] = i));
                first[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        return Enumerable.Range(0, stories.Count).GroupBy(Root, i => stories[i]).Select(g => (IReadOnlyList<Signs>)[.. g]);
    }

    private static DealSuggestion? Suggest(IReadOnlyList<Signs> cluster, OutletCatalog outlets, decimal least)
    {
        var items = cluster.SelectMany(s => s.Story.Items).DistinctBy(i => i.Id).OrderBy(i => i.ReportedAt).ThenBy(i => i.Id).ToList();
        var told = items.Where(i => !i.IsAiGenerated).ToList();
        var origins = OriginTracer.Trace(items, outlets);
        var count = told.Select(i => origins[i.Id].Key).Distinct(StringComparer.Ordinal).Count();
        var parties = Parties(told).Take(MostParties).ToList();
        if (count < FewestOrigins || parties.Count == 0 || Total(told, origins, least) is not { } total)
        {
            return null;
        }

        var projects = told.SelectMany(i => Facts<ProjectMention>(i).DistinctBy(p => FoldedText.Letters(p.Name)))
            .GroupBy(p => FoldedText.Letters(p.Name), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Select(p => p.Name).Min(StringComparer.Ordinal) ?? "").Take(MostProjects).ToList();
        return new([.. cluster.Select(c => c.Story.Id)], Name(parties, projects, (Amount)total.Claim.Fact), parties, projects, total, items,
            told.Select(i => i.Outlet.Family).Distinct(StringComparer.Ordinal).Count(), count);
    }

    private static IEnumerable<FollowedParty> Parties(IEnumerable<ReportedItem> items) => items
        .SelectMany(i => Facts<PartyMention>(i).Where(p => p.Role is not null).DistinctBy(Key))
        .GroupBy(Key, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(p => p.Strength)).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new FollowedParty(
            g.Select(p => p.KnownAs ?? p.Name).Min(StringComparer.Ordinal) ?? g.Key,
            g.GroupBy(p => p.Role).OrderByDescending(r => r.Count()).ThenBy(r => r.Key).First().Key,
            [.. g.Select(p => p.Name).Distinct(StringComparer.Ordinal).Where(n => n != g.Select(p => p.KnownAs ?? p.Name).Min(StringComparer.Ordinal)).Order(StringComparer.Ordinal)]));

    private static SourcedClaim? Total(IEnumerable<ReportedItem> items, IReadOnlyDictionary<long, Origin> origins, decimal least) => items
        .SelectMany(i => i.Claims.Where(c => c.Fact is Amount amount && IsSum(amount) && Size(amount) >= least).Select(c => new SourcedClaim(c, i)))
        .GroupBy(c => (((Amount)c.Claim.Fact).Best, ((Amount)c.Claim.Fact).Currency))
        .OrderByDescending(g => g.Select(c => origins[c.Item.Id].Key).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(g => Size((Amount)g.First().Claim.Fact))
        .ThenBy(g => g.Key.Currency, StringComparer.Ordinal)
        .Select(g => g.OrderByDescending(c => origins[c.Item.Id].Counts).ThenBy(c => c.Item.ReportedAt).ThenBy(c => c.Item.Id).ThenBy(c => c.Claim.Key, StringComparer.Ordinal).First())
        .FirstOrDefault();

    private static string Name(IReadOnlyList<FollowedParty> parties, IReadOnlyList<string> projects, Amount total) =>
        string.Join("–", parties.Take(2).Select(p => p.Name)) + (projects.Count > 0 ? $", {projects[0]}" : $", {total.Text}");

    private static bool IsSum(Amount amount) => amount is { Role: <= AmountRole.Project, Per: null, Currency: not null };

    private static decimal Size(Amount amount) => SmallUnits.Contains(amount.Currency ?? "") ? amount.Best / 100 : amount.Best;

    private static string Key(PartyMention party) => FoldedText.Letters(party.KnownAs ?? party.Name);

    private static IEnumerable<T> Facts<T>(ReportedItem item)
        where T : Fact => item.Claims.Select(c => c.Fact).OfType<T>();

    /// <summary>What tells one story from another. Two countries have many deals, and so has a company: two companies together have one, and so has anybody with one sum.</summary>
    private sealed class Signs(UnfollowedStory story)
    {
        public UnfollowedStory Story => story;

        public IReadOnlyList<string> Links { get; } = [.. Of(story)];

        private static IEnumerable<string> Of(UnfollowedStory story)
        {
            var parties = story.Items.SelectMany(Facts<PartyMention>).Where(p => p.Role is not null).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal).Take(MostLinked).ToList();
            var companies = parties.Where(p => p.Role != PartyRole.Government).Select(Key).ToList();
            var pairs = companies.SelectMany((a, i) => companies.Skip(i + 1).Select(b => $"{a}|{b}"));
            var largest = story.Items.SelectMany(Facts<Amount>).Where(IsSum).OrderByDescending(Size).ThenBy(a => a.Currency, StringComparer.Ordinal).FirstOrDefault();
            return largest is null ? pairs : pairs.Concat(parties.Select(p => string.Create(CultureInfo.InvariantCulture, $"{Key(p)}|{largest.Currency}|{largest.Best:E2}")));
        }
    }
}
