namespace NewsWatcher.Deals;

/// <summary>Finds the earlier text that a text is a copy of, by shared shingles and without comparing every pair. Holds the newest texts up to a bound.</summary>
internal sealed class CopyIndex(int capacity)
{
    private const int DenseBelow = 80;
    private const int CommonFrom = 400;

    private readonly Dictionary<ulong, List<long>> _holders = [];
    private readonly Dictionary<long, ulong[]> _texts = [];
    private readonly Queue<long> _order = new();

    /// <summary>Every held text that is one with this, with its containment, the closest first.</summary>
    public IReadOnlyList<(long Id, double Containment)> Matches(ulong[] shingles)
    {
        var hits = new HashSet<long>();
        foreach (var shingle in shingles)
        {
            if (_holders.TryGetValue(shingle, out var holders) && holders.Count < CommonFrom)
            {
                hits.UnionWith(holders);
            }
        }

        return [.. hits.Select(id => (Id: id, Containment: Shingles.Containment(shingles, _texts[id])))
            .Where(m => m.Containment >= Shingles.Threshold)
            .OrderByDescending(m => m.Containment).ThenBy(m => m.Id)];
    }

    public void Add(long id, ulong[] shingles)
    {
        if (!_texts.TryAdd(id, shingles))
        {
            return;
        }

        _order.Enqueue(id);
        foreach (var shingle in Indexed(shingles))
        {
            if (!_holders.TryGetValue(shingle, out var holders))
            {
                _holders[shingle] = holders = new List<long>(1);
            }

            holders.Add(id);
        }

        while (_order.Count > 0 && (_texts.Count > capacity || !_texts.ContainsKey(_order.Peek())))
        {
            Remove(_order.Dequeue());
        }
    }

    public void Remove(long id)
    {
        if (!_texts.Remove(id, out var shingles))
        {
            return;
        }

        foreach (var shingle in Indexed(shingles))
        {
            var holders = _holders[shingle];
            if (holders.Count == 1)
            {
                _holders.Remove(shingle);
            }
            else
            {
                holders.Remove(id);
            }
        }
    }

    // A quarter of a long text's shingles finds it as well as all of them do.
    private static IEnumerable<ulong> Indexed(ulong[] shingles) => shingles.Length < DenseBelow ? shingles : shingles.Where(s => (s >> 7) % 4 == 0);
}
