using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Takes the outlines of a list as they come: folders are remembered, feeds kept once, and everything else is named with its line.</summary>
internal sealed class OpmlOutlines
{
    private const int MaxName = 200;
    private const int MaxTag = 64;
    private const int MaxTags = 16;

    private readonly List<OpmlOutline> _feeds = [];
    private readonly List<string> _skipped = [];
    private readonly List<string> _folders = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<OpmlOutline> Feeds => _feeds;

    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>Outlines so far.</summary>
    public int Count { get; private set; }

    public void Enter(Dictionary<string, string> attributes, int line)
    {
        Count++;
        var title = PlainText.Cut(PlainText.Spaced(attributes.GetValueOrDefault("title") ?? attributes.GetValueOrDefault("text") ?? ""), MaxName);
        var address = attributes.GetValueOrDefault("xmlurl") ?? attributes.GetValueOrDefault("url");
        _folders.Add(address is null ? PlainText.Cut(title, MaxTag) : "");
        if (address is not null && Refusal(attributes, address) is { } refusal)
        {
            _skipped.Add($"line {line}: {Named(title, address)} {refusal}");
        }
        else if (address is not null)
        {
            Take(attributes, title, address.Trim(), line);
        }
    }

    public void Leave() => _folders.RemoveAt(_folders.Count - 1);

    // What is read by other means than a feed cannot be taken for one: it would never parse.
    private static string? Refusal(Dictionary<string, string> attributes, string address)
    {
        var type = attributes.GetValueOrDefault("type") ?? "";
        if (type.Contains("xpath", StringComparison.OrdinalIgnoreCase) || type.Contains("dotnotation", StringComparison.OrdinalIgnoreCase) || type.StartsWith("html", StringComparison.OrdinalIgnoreCase))
        {
            return $"is no feed but a page that is read by rules of its own (type \"{PlainText.Cut(type, MaxTag)}\")";
        }

        if (type.Equals("include", StringComparison.OrdinalIgnoreCase))
        {
            return "includes another list: import that one by itself";
        }

        if (!attributes.ContainsKey("xmlurl") && type.Equals("link", StringComparison.OrdinalIgnoreCase))
        {
            return "is a link, not a feed";
        }

        return CanonicalUrl.Of(FeedAddress.Web(address.Trim())) is null || Url(address.Trim()) is null ? "is no http(s) address without user name" : null;
    }

    private void Take(Dictionary<string, string> attributes, string title, string address, int line)
    {
        if (Url(address) is not { } url)
        {
            return;
        }

        var tags = _folders.Concat(Categories(attributes.GetValueOrDefault("category") ?? "")).Where(t => t.Length > 0);
        var identity = CanonicalUrl.Identity(url.AbsoluteUri) ?? address;
        if (_known.TryGetValue(identity, out var known))
        {
            // Who puts a feed into two folders finds it under both.
            _feeds[known] = _feeds[known] with { Tags = [.. _feeds[known].Tags.Concat(tags).Distinct(StringComparer.Ordinal).Take(MaxTags)] };
            _skipped.Add($"line {line}: {Named(title, address)} stands twice; its folders are kept as tags");
            return;
        }

        _known[identity] = _feeds.Count;
        _feeds.Add(new(url, title.Length > 0 ? title : WebAddress.Host(url) ?? url.Host, [.. tags.Distinct(StringComparer.Ordinal).Take(MaxTags)]) { Language = Language(attributes.GetValueOrDefault("language")) });
    }

    // "/Power/Gas,wire": what begins with a slash is a path of folders.
    private static IEnumerable<string> Categories(string list) => list.Split(',').Select(c => c.Trim())
        .SelectMany(c => c.StartsWith('/') ? c.Split('/', StringSplitOptions.TrimEntries) : [c]).Select(c => PlainText.Cut(c, MaxTag));

    private static Uri? Url(string address) => Uri.TryCreate(FeedAddress.Web(address), UriKind.Absolute, out var url) && url.UserInfo.Length == 0 ? url : null;

    private static string? Language(string? tag) =>
        tag?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } primary && primary.All(char.IsAsciiLetterLower) ? primary : null;

    private static string Named(string title, string address) => title.Length > 0 ? $"\"{title}\": {PlainText.Cut(address, MaxName)}" : PlainText.Cut(address, MaxName);
}
