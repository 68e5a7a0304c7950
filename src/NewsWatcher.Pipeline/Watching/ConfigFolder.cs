using NewsWatcher.Configuration;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Watching;

/// <summary>What the files of a configuration folder say.</summary>
public sealed record ConfigFolder(IReadOnlyList<Feed> Feeds, IReadOnlyList<Outlet> Outlets, IReadOnlyList<FollowedDeal> Deals)
{
    private static readonly string[] Names = ["feeds.json", "outlets.json", "deals.json"];

    /// <summary>Reads feeds.json, outlets.json and deals.json. Every problem of all three is noted; the answer is of use only when there is none.</summary>
    public static async Task<ConfigFolder> ReadAsync(string folder, FeedRules rules, ICollection<ConfigProblem> problems, CancellationToken ct)
    {
        var feeds = await FileAsync(folder, "feeds.json", problems, (text, path, noted) => FeedFile.Read(text, path, rules, noted), ct);
        var outlets = await FileAsync(folder, "outlets.json", problems, OutletFile.Read, ct);
        var deals = await FileAsync(folder, "deals.json", problems, DealFile.Read, ct);
        var known = outlets.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        if (known.Count > 0)
        {
            foreach (var feed in feeds.Where(f => f.OutletId is not null && !known.Contains(f.OutletId)))
            {
                problems.Add(new(Path.Combine(folder, "feeds.json"), 0, $"the feed \"{feed.Id}\" names the outlet \"{feed.OutletId}\", which outlets.json does not have"));
            }
        }

        return new(feeds, outlets, deals);
    }

    /// <summary>Changes whenever one of the files does, or the folders that feeds may lie in: what a reload goes by.</summary>
    public static string Stamp(string folder, FeedRules rules) => Path.GetFullPath(folder) + string.Concat(Names
        .Select(name => new FileInfo(Path.Combine(folder, name)))
        .Select(file => file.Exists ? $"|{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "|none")) + string.Concat(rules.Roots.Select(root => $"|{root}"));

    private static async Task<IReadOnlyList<T>> FileAsync<T>(
        string folder, string name, ICollection<ConfigProblem> problems, Func<string, string, ICollection<ConfigProblem>, IReadOnlyList<T>> read, CancellationToken ct)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return read(await File.ReadAllTextAsync(path, ct), path, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(path, 0, e is FileNotFoundException or DirectoryNotFoundException ? "is missing" : e.Message));
            return [];
        }
    }
}
