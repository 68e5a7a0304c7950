namespace NewsWatcher.Deals;

/// <summary>Finds the earlier text that a text is a copy of, by shared shingles and without comparing every pair. Holds the newest texts up to a bound.</summary>
internal sealed class CopyIndex(int capacity)
{
    private const int DenseBelow = 80;
    private const int CommonFrom = 400;
    private const int None = -1;

    private readonly Dictionary<uint, Chain> _holders = [];
    private readonly Dictionary<long, int> _slots = [];
    private readonly Stack<int> _freeSlots = [];
    private readonly Queue<long> _order = new();
    private readonly List<(long Id, uint[] Shingles)> _texts = [];
    private (int Slot, int Next)[] _links = new (int, int)[256];
    private int _linked;
    private int _freeLink = None;
    private int[] _asked = new int[64];
    private int _question;

    /// <summary>How many holders and shingles were looked at so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Every held text that is one with this, with its containment, the closest first.</summary>
    public IReadOnlyList<(long Id, double Containment)> Matches(uint[] shingles)
    {
        _question++;
        var matches = new List<(long Id, double Containment)>();
        foreach (var shingle in shingles)
        {
            if (!_holders.TryGetValue(shingle, out var chain) || chain.Count >= CommonFrom)
            {
                continue;
            }

            Steps += chain.Count;
            for (var link = chain.First; link != None; link = _links[link].Next)
            {
                var slot = _links[link].Slot;
                if (_asked[slot] != _question)
                {
                    _asked[slot] = _question;
                    Compare(shingles, slot, matches);
                }
            }
        }

        return [.. matches.OrderByDescending(m => m.Containment).ThenBy(m => m.Id)];
    }

    public void Add(long id, uint[] shingles)
    {
        if (_slots.ContainsKey(id))
        {
            return;
        }

        var slot = _slots[id] = SlotFor((id, shingles));
        _order.Enqueue(id);
        foreach (var shingle in Indexed(shingles))
        {
            var link = LinkFor(slot);
            if (_holders.TryGetValue(shingle, out var chain))
            {
                _links[chain.Last].Next = link;
                _holders[shingle] = new(chain.First, link, chain.Count + 1);
            }
            else
            {
                _holders[shingle] = new(link, link, 1);
            }
        }

        while (_order.Count > 0 && (_slots.Count > capacity || !_slots.ContainsKey(_order.Peek())))
        {
            Remove(_order.Dequeue());
        }
    }

    public void Remove(long id)
    {
        if (!_slots.Remove(id, out var slot))
        {
            return;
        }

        foreach (var shingle in Indexed(_texts[slot].Shingles))
        {
            Unlink(shingle, slot);
        }

        _texts[slot] = (0, []);
        _freeSlots.Push(slot);
    }

    private void Compare(uint[] shingles, int slot, List<(long Id, double Containment)> matches)
    {
        var (id, held) = _texts[slot];
        var containment = Shingles.Containment(shingles, held, out var steps);
        Steps += steps;
        if (containment >= Shingles.Threshold)
        {
            matches.Add((id, containment));
        }
    }

    // The oldest text goes first and stands at the head of its chains.
    private void Unlink(uint shingle, int slot)
    {
        var chain = _holders[shingle];
        var (before, link) = (None, chain.First);
        while (_links[link].Slot != slot)
        {
            (before, link) = (link, _links[link].Next);
        }

        var next = _links[link].Next;
        if (chain.Count == 1)
        {
            _holders.Remove(shingle);
        }
        else
        {
            if (before != None)
            {
                _links[before].Next = next;
            }

            _holders[shingle] = new(before == None ? next : chain.First, next == None ? before : chain.Last, chain.Count - 1);
        }

        _links[link] = (None, _freeLink);
        _freeLink = link;
    }

    private int SlotFor((long, uint[]) text)
    {
        if (_freeSlots.TryPop(out var free))
        {
            _texts[free] = text;
            return free;
        }

        _texts.Add(text);
        if (_texts.Count > _asked.Length)
        {
            Array.Resize(ref _asked, 2 * _asked.Length);
        }

        return _texts.Count - 1;
    }

    private int LinkFor(int slot)
    {
        var link = _freeLink;
        if (link == None)
        {
            link = _linked++;
            if (link == _links.Length)
            {
                Array.Resize(ref _links, 2 * link);
            }
        }
        else
        {
            _freeLink = _links[link].Next;
        }

        _links[link] = (slot, None);
        return link;
    }

    // A quarter of a long text's shingles finds it as well as all of them do.
    private static IEnumerable<uint> Indexed(uint[] shingles) => shingles.Length < DenseBelow ? shingles : shingles.Where(s => (s >> 7) % 4 == 0);

    /// <summary>The texts that have a shingle, as links from the oldest to the newest.</summary>
    private readonly record struct Chain(int First, int Last, int Count);
}
