namespace NewsWatcher.Tests.House;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every C# and Razor file below a folder, with its path relative to the root, slashes forward.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Sources(params string[] folders) => folders
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.*", SearchOption.AllDirectories))
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(p => p is "obj" or "bin"))
        .Order(StringComparer.Ordinal)
        .Select(f => (f, File.ReadAllLines(Path.Combine(Root, f))));

    private static string Find(string from)
    {
        var folder = new DirectoryInfo(from);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsWatcher.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"no NewsWatcher.sln above {from}");
        }

        return folder.FullName;
    }
}
