namespace NewsWatcher.Fetching;

/// <summary>Reads files of the operator's own folders, bounded like what comes from the network.</summary>
internal static class LocalFile
{
    private const int MostLinks = 40;

    /// <summary>The whole file; null when it has more than <paramref name="max"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(string path, long max, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        return file.Length > max ? null : await ResponseBody.CollectAsync(file, grows: null, max, takesBeginning: false, ct);
    }

    /// <summary>Where a path leads once every symbolic link on the way is followed; null when they lead in a circle.</summary>
    public static string? RealPath(string path)
    {
        var real = Path.GetFullPath(path);
        for (var links = 0; links <= MostLinks; links++)
        {
            if (FirstLink(real) is not var (link, target))
            {
                return real;
            }

            real = Path.GetFullPath(Path.Join(Path.GetFullPath(target, Path.GetDirectoryName(link) ?? "/"), real[link.Length..]));
        }

        return null;
    }

    /// <summary>Whether a path leads below a folder once every symbolic link on both ways is followed.</summary>
    public static bool IsInside(string folder, string path) =>
        RealPath(folder) is { } root && RealPath(path) is { } real
            && real.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static (string Link, string Target)? FirstLink(string path)
    {
        for (var end = path.IndexOf(Path.DirectorySeparatorChar, 1); ; end = path.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            var link = end < 0 ? path : path[..end];
            if (new FileInfo(link).LinkTarget is { } target)
            {
                return (link, target);
            }

            if (end < 0)
            {
                return null;
            }
        }
    }
}
