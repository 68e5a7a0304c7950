using NewsWatcher.Articles;
using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>Outlets and names as reporting units: one family is one voice, in whatever way it is named.</summary>
internal sealed class Voices
{
    private readonly OutletCatalog _outlets;
    private readonly Dictionary<string, Outlet> _named = new(StringComparer.Ordinal);

    public Voices(OutletCatalog outlets, IEnumerable<ReportedItem> items)
    {
        _outlets = outlets;
        foreach (var outlet in items.Select(i => i.Outlet).Where(o => o.Tier != OutletTier.Unknown))
        {
            foreach (var name in outlet.Aliases.Prepend(outlet.Name))
            {
                _named.TryAdd(FoldedText.Of(name), outlet);
            }
        }
    }

    /// <summary>Of an item: the publisher that its feed names where the page itself is an aggregator's or nobody's.</summary>
    public Voice Of(ReportedItem item)
    {
        var own = Of(item.Outlet);
        if (own.Counts || item.SourceName is null)
        {
            return own;
        }

        var named = Named(item.SourceName);
        return named with { Counts = false, Why = $"seen through {item.Outlet.Name} only, which names {named.Name}" };
    }

    public Voice Named(string name) => (_outlets.Named(name) ?? _named.GetValueOrDefault(FoldedText.Of(name))) is { } known
        ? Of(known)
        : new Voice("name:" + FoldedText.Letters(name), name, Counts: false, MayCount: true, $"nobody has classified {name}");

    private static Voice Of(Outlet outlet) => outlet.Tier switch
    {
        OutletTier.Unknown => new(outlet.Family, outlet.Name, Counts: false, MayCount: false, $"nobody has classified {outlet.Name}"),
        OutletTier.Aggregator => new(outlet.Family, outlet.Name, Counts: false, MayCount: false, $"{outlet.Name} passes on what others report"),
        _ => new(outlet.Family, outlet.Name, Counts: true, MayCount: true, $"reported by {outlet.Name} itself"),
    };
}
