namespace NewsWatcher.Feeds;

/// <summary>The embedded word lists of the feed readers: lines of words, # begins a comment.</summary>
internal static class FeedWords
{
    public static IEnumerable<string[]> Read(string name)
    {
        var path = $"Feeds/Languages/{name}.txt";
        using var stream = typeof(FeedWords).Assembly.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"{path} is not embedded");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }
}
