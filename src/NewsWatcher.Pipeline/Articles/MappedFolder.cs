using NewsWatcher.Fetching;

namespace NewsWatcher.Articles;

/// <summary>A folder that holds the pages behind the links of a file feed. Nothing outside of it is ever read.</summary>
internal sealed class MappedFolder(Uri prefix, string folder)
{
    /// <summary>The folder with the longest prefix that the address begins with; null when there is none.</summary>
    public static MappedFolder? For(Uri url, IReadOnlyDictionary<string, string> pages)
    {
        foreach (var (prefix, folder) in pages.OrderByDescending(p => p.Key.Length))
        {
            if (Uri.TryCreate(prefix, UriKind.Absolute, out var start) && Begins(url, start))
            {
                return new(start, folder);
            }
        }

        return null;
    }

    /// <summary>The file of a page; null when there is none, or when it would lie outside of the folder.</summary>
    public string? File(Uri url)
    {
        var names = url.AbsolutePath[prefix.AbsolutePath.TrimEnd('/').Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (!Array.TrueForAll(names, IsName))
        {
            return null;
        }

        var path = Path.Join([folder, .. names]);
        string[] candidates = [path, path + ".html", Path.Join(path, "index.html")];
        return Array.Find(candidates, c => System.IO.File.Exists(c) && LocalFile.IsInside(folder, c));
    }

    private static bool Begins(Uri url, Uri prefix)
    {
        var start = prefix.AbsolutePath.TrimEnd('/');
        return WebAddress.IsSameOrigin(url, prefix) && url.AbsolutePath.StartsWith(start, StringComparison.Ordinal) && (url.AbsolutePath.Length == start.Length || url.AbsolutePath[start.Length] == '/');
    }

    private static bool IsName(string name) => name is not ("." or "..") && name.Length <= 255 && name.AsSpan().IndexOfAny("/\\:\0") < 0;
}
