using System.Runtime.InteropServices;

namespace NewsWatcher.Deals;

/// <summary>Terms of developments: who resembles a text, without asking all. The rarest terms are asked first; once the others together cannot make two texts alike
/// any more, nobody new is looked at, so that words which everybody uses cost little.</summary>
internal sealed class TermIndex
{
    private const int MostTerms = 400_000;
    private const int FewLeft = 8;

    // All norms are computed anew once there are this many times the items: rarities drift with every one.
    private const double Growth = 1.1;

    // Developments that their norm may understate by more are always looked at.
    private const double Slack = 1.25;

    private readonly TermTable _table = new(MostTerms);
    private readonly TermQuery _query = new();
    private readonly Dictionary<long, int> _slots = [];
    private readonly Stack<int> _free = [];
    private readonly List<TermCentroid?> _centroids = [];
    private readonly HashSet<int> _loose = [];
    private readonly List<int> _touched = [];
    private double[] _sums = new double[64];
    private int _weighedAt;

    /// <summary>How many holders of terms were looked at so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Terms of an item with their frequencies damped, the headline's counting more.</summary>
    public static TermWeight[] Weights(string title, string text, double titleWeight)
    {
        var counts = new Dictionary<ulong, double>();
        foreach (var term in Tokens.Terms(title))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, Tokens.Hash(term), out _) += titleWeight;
        }

        foreach (var term in Tokens.Terms(text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, Tokens.Hash(term), out _)++;
        }

        return [.. counts.Select(c => new TermWeight(c.Key, 1 + Math.Log(Math.Max(1, c.Value))))];
    }

    /// <summary>Every development whose cosine with an item is above <paramref name="least"/>.</summary>
    public IReadOnlyList<(long Development, double Cosine)> Similar(TermWeight[] item, double least)
    {
        _query.Ask(item, _table);
        Finish(Gather(least), least);
        var found = new List<(long, double)>();
        foreach (var slot in _touched)
        {
            var cosine = Cosine(slot, _sums[slot]);
            _sums[slot] = 0;
            if (cosine > least)
            {
                found.Add((Centroid(slot).Development, cosine));
            }
        }

        _touched.Clear();
        return found;
    }

    /// <summary>Cosine of an item with one development; 0 for one that is not known.</summary>
    public double Cosine(TermWeight[] item, long development)
    {
        if (!_slots.TryGetValue(development, out var slot))
        {
            return 0;
        }

        _query.Ask(item, _table);
        return Cosine(slot, Rest(slot, 0));
    }

    public void Add(long development, TermWeight[] item)
    {
        _table.Items++;
        if (!_slots.TryGetValue(development, out var slot))
        {
            slot = _slots[development] = _free.Count > 0 ? _free.Pop() : NewSlot();
            _centroids[slot] = new(development);
        }

        var centroid = Centroid(slot);
        var length = Math.Sqrt(item.Sum(t => t.Weight * t.Weight));
        foreach (var (term, weight) in item)
        {
            var number = _table.Count(term);
            if (_table.At(number).Add(slot, (float)(weight / length)))
            {
                centroid.Terms.Add(number);
            }
        }

        Weigh(slot);
        _table.Bound();
        if (_table.Items > _weighedAt * Growth)
        {
            _weighedAt = _table.Items;
            foreach (var known in _slots.Values)
            {
                Weigh(known);
            }
        }
    }

    public void Forget(long development)
    {
        if (_slots.Remove(development, out var slot))
        {
            foreach (var number in Centroid(slot).Terms)
            {
                _table.At(number).Remove(slot);
            }

            _centroids[slot] = null;
            _loose.Remove(slot);
            _free.Push(slot);
        }
    }

    // Until what is left cannot make a development alike that has nothing of what came before.
    private int Gather(double least)
    {
        foreach (var slot in _loose)
        {
            Touched(slot) = double.Epsilon;
        }

        var at = 0;
        for (; at < _query.Count && _query.Rest(at) * Slack > least; at++)
        {
            var worth = _query.Worth(at);
            foreach (var (slot, weight) in Holders(at))
            {
                Touched(slot) += worth * weight;
            }
        }

        return at;
    }

    // The rest is asked of those only who can still come to be alike.
    private void Finish(int at, double least)
    {
        while (at < _query.Count)
        {
            Drop(at, least);
            if (_touched.Count <= FewLeft)
            {
                foreach (var slot in _touched)
                {
                    _sums[slot] += Rest(slot, at);
                }

                return;
            }

            for (var next = Math.Min(_query.Count, at + FewLeft); at < next; at++)
            {
                var worth = _query.Worth(at);
                foreach (var (slot, weight) in Holders(at))
                {
                    _sums[slot] += _sums[slot] > 0 ? worth * weight : 0;
                }
            }
        }
    }

    private void Drop(int at, double least)
    {
        var kept = 0;
        for (var i = 0; i < _touched.Count; i++)
        {
            var slot = _touched[i];
            if (Cosine(slot, _sums[slot]) + (_query.Rest(at) * Centroid(slot).Understated) > least)
            {
                _touched[kept++] = slot;
            }
            else
            {
                _sums[slot] = 0;
            }
        }

        Steps += _touched.Count;
        _touched.RemoveRange(kept, _touched.Count - kept);
    }

    private double Cosine(int slot, double product) => product / Math.Sqrt(_query.Norm * Centroid(slot).Norm);

    private void Weigh(int slot)
    {
        var centroid = Centroid(slot);
        centroid.Weigh(slot, _table, Growth);
        _loose.Remove(slot);
        if (centroid.Understated > Slack)
        {
            _loose.Add(slot);
        }
    }

    private double Rest(int slot, int at)
    {
        Steps += _query.Count - at;
        var sum = 0.0;
        for (; at < _query.Count; at++)
        {
            sum += _query.Number(at) is >= 0 and var number ? _query.Worth(at) * _table.At(number).WeightOf(slot) : 0;
        }

        return sum;
    }

    private ReadOnlySpan<(int Slot, float Weight)> Holders(int at)
    {
        var number = _query.Number(at);
        var holders = number < 0 ? [] : _table.At(number).Holders;
        Steps += holders.Length + 1;
        return holders;
    }

    private ref double Touched(int slot)
    {
        if (_sums[slot] == 0)
        {
            _touched.Add(slot);
        }

        return ref _sums[slot];
    }

    private int NewSlot()
    {
        _centroids.Add(null);
        if (_centroids.Count > _sums.Length)
        {
            Array.Resize(ref _sums, 2 * _sums.Length);
        }

        return _centroids.Count - 1;
    }

    private TermCentroid Centroid(int slot) => _centroids[slot]!; // asked of slots in use only
}
