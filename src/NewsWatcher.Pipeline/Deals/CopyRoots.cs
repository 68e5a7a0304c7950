namespace NewsWatcher.Deals;

/// <summary>Copies of one text, by their earliest.</summary>
internal static class CopyRoots
{
    private const int MostTexts = 50_000;
    private const int FewestTitleWords = 6;

    /// <param name="ordered">By time, then id: the first of a chain is its root.</param>
    public static Dictionary<long, long> Of(IReadOnlyList<ReportedItem> ordered)
    {
        var index = new CopyIndex(MostTexts);
        var rank = ordered.Select((item, i) => (item.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var roots = new Dictionary<long, long>();
        var titles = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var item in ordered)
        {
            roots[item.Id] = item.Id;
            var shingles = Shingles.Of(item.Text);
            foreach (var (id, _) in index.Matches(shingles))
            {
                Join(roots, rank, item.Id, id);
            }

            // Of a bare headline nothing but the headline can tell whose it is.
            var words = item.Text.Length == 0 ? string.Join(' ', Tokens.Of(item.Title)) : "";
            if (words.Count(c => c == ' ') + 1 >= FewestTitleWords && !titles.TryAdd(words, item.Id))
            {
                Join(roots, rank, item.Id, titles[words]);
            }

            index.Add(item.Id, shingles);
        }

        return ordered.ToDictionary(i => i.Id, i => Root(roots, i.Id));
    }

    private static void Join(Dictionary<long, long> roots, Dictionary<long, int> rank, long one, long other)
    {
        var (a, b) = (Root(roots, one), Root(roots, other));
        var (earlier, later) = rank[a] < rank[b] ? (a, b) : (b, a);
        roots[later] = earlier;
    }

    private static long Root(Dictionary<long, long> roots, long id)
    {
        while (roots[id] != id)
        {
            id = roots[id] = roots[roots[id]];
        }

        return id;
    }
}
