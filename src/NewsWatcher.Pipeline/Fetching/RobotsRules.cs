namespace NewsWatcher.Fetching;

/// <summary>The rules of one robots.txt for one crawler (RFC 9309): the longest match decides, allowing before refusing.</summary>
internal sealed class RobotsRules
{
    private readonly IReadOnlyList<RobotsPattern> _rules;

    public RobotsRules(IEnumerable<RobotsPattern> rules) => _rules = [.. rules.OrderByDescending(r => r.Length).ThenByDescending(r => r.Allows)];

    /// <summary>The addresses of its Sitemap lines, which no group owns, as written.</summary>
    public IReadOnlyList<string> Sitemaps { get; init; } = [];

    public static RobotsRules None { get; } = new([]);

    /// <param name="target">Path and query, as the address writes them.</param>
    public bool Allows(string target)
    {
        var text = RobotsPattern.Normal(target);
        return _rules.FirstOrDefault(r => r.Matches(text))?.Allows ?? true;
    }
}
