using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>What is followed at the moment: configured in files or added by people.</summary>
public sealed record Catalog(IReadOnlyList<Outlet> Outlets, IReadOnlyList<FollowedDeal> Deals)
{
    public static Catalog Empty { get; } = new([], []);

    /// <summary>The classified outlets.</summary>
    public OutletCatalog Publishers { get; } = new(Outlets);

    /// <summary>Key of a feed → whose it is: an outlet named after the feed when nobody classified it.</summary>
    public IReadOnlyDictionary<string, Outlet> FeedOutlets { get; init; } = new Dictionary<string, Outlet>(StringComparer.Ordinal);

    public FollowedDeal? Deal(string id) => Deals.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal));

    /// <summary>The outlet behind an item's outlet id as it is known today, which may be better than when the item was captured.</summary>
    public Outlet OutletOf(string id) => Publishers.ById(id) ?? FeedOutlets.GetValueOrDefault(id) ?? ByHost(id) ?? new Outlet { Id = id, Name = id, Family = id };

    /// <summary>Changes whenever a publisher, its family or its standing does: what tracing origins goes by.</summary>
    public string Ownership() =>
        Hash(Outlets.Select(StoredJson.Of).Concat(FeedOutlets.Select(f => $"{f.Key} {f.Value.Id} {f.Value.Family} {f.Value.Tier}").Order(StringComparer.Ordinal)));

    /// <summary>Changes whenever a deal does, an outlet's standing as far as facts are graded by it, or the program: what reading facts again goes by.</summary>
    public string Basis()
    {
        var standing = Outlets.Where(o => o.Tier is OutletTier.Official or OutletTier.Aggregator).Select(o => $"{o.Id} {o.Tier}").Order(StringComparer.Ordinal);
        return Hash([typeof(FactExtractor).Module.ModuleVersionId.ToString(), .. Deals.Select(StoredJson.Of), .. standing]);
    }

    private static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];

    private Outlet? ByHost(string id) =>
        id.Contains('.', StringComparison.Ordinal) && Uri.TryCreate($"https://{id}/", UriKind.Absolute, out var host) ? Publishers.Of(host) : null;
}
