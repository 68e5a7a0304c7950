using System.Text.Json.Nodes;
using NewsWatcher.Watching.Discovery;

namespace NewsWatcher.Outputs;

/// <summary>What discovery found, as JSON.</summary>
internal static class DiscoveryShape
{
    /// <param name="idOf">The id of the feed at an address; null where there is none yet.</param>
    /// <param name="command">What to type to add a feed.</param>
    public static JsonObject Of(SiteFeeds site, Func<FoundFeed, string?> idOf, Func<FoundFeed, string> command) => new()
    {
        ["url"] = site.Asked.AbsoluteUri,
        ["feeds"] = FactShapes.Array(site.Feeds.Select(f => new JsonObject
        {
            ["url"] = f.Url.AbsoluteUri,
            ["title"] = f.Title,
            ["kind"] = Words.Of(f.Kind),
            ["entries"] = f.Entries,
            ["newest"] = UtcText.Iso(f.Cadence.Newest),
            ["perDay"] = f.Cadence.PerDay is { } daily ? Math.Round(daily, 3) : null,
            ["language"] = f.Language,
            ["headlines"] = FactShapes.Texts(f.Headlines),
            ["foundBy"] = Words.Of(f.Sign),
            ["comments"] = f.IsOfComments,
            ["alsoAt"] = FactShapes.Texts(f.AlsoAt.Select(u => u.AbsoluteUri)),
            ["configured"] = idOf(f),
            ["add"] = command(f),
        })),
        ["tried"] = FactShapes.Array(site.Tried.Select(t => new JsonObject { ["url"] = t.Url.AbsoluteUri, ["foundBy"] = Words.Of(t.Sign), ["result"] = t.Result })),
        ["left"] = FactShapes.Texts(site.Left.Select(u => u.AbsoluteUri)),
    };
}
