using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>Traces items to the independent reporting unit they come from. A view over all items of a deal: the order of arrival does not matter.</summary>
public static class OriginTracer
{
    public static IReadOnlyDictionary<long, Origin> Trace(IReadOnlyList<ReportedItem> items, OutletCatalog outlets)
    {
        var ordered = items.DistinctBy(i => i.Id).OrderBy(i => i.ReportedAt).ThenBy(i => i.Id).ToList();
        var byId = ordered.ToDictionary(i => i.Id);
        var roots = CopyRoots.Of(ordered);
        var attribution = new Attribution(outlets, ordered.Select(i => i.Outlet).Where(o => o.Tier != OutletTier.Unknown).DistinctBy(o => o.Id));
        var voices = new Voices(outlets, ordered);
        var traced = new Dictionary<long, Origin>();
        foreach (var item in ordered)
        {
            var root = byId[roots[item.Id]];
            var own = voices.Of(item);
            var origin = Speaker(root, attribution, voices) is var (speaker, why) && root == item
                ? new Origin(speaker.Key, null, own.Counts && speaker.MayCount, own.Counts && speaker.MayCount ? why : Reason(own, speaker, why))
                : new Origin(speaker.Key, root.Id, own.Counts && speaker.MayCount, $"a copy of {root.Outlet.Name}'s text, which is the earliest: {why}");
            traced[item.Id] = item.IsAiGenerated ? origin with { Counts = false, Why = "the page says that a machine wrote it" }
                : item.IsFromSearch ? origin with { Counts = false, Why = $"only the headline that a news search shows of {item.Outlet.Name} is known" } : origin;
        }

        return traced;
    }

    private static (Voice Speaker, string Why) Speaker(ReportedItem item, Attribution attribution, Voices voices)
    {
        var own = voices.Of(item);
        if (attribution.Of(item, name => voices.Named(name).Key == own.Key) is var (name, words))
        {
            var cited = voices.Named(name);
            return (cited, $"passes on {cited.Name}'s report: {words}");
        }

        return (own, own.Why);
    }

    private static string Reason(Voice own, Voice speaker, string why) => own.Counts ? $"{why}; {speaker.Why}" : own.Why == why ? why : $"{why}; {own.Why}";
}
