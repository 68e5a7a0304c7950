using System.Runtime.InteropServices;

namespace NewsWatcher.Deals;

/// <summary>Term weights of developments and the developments of a term: who resembles a text, without asking all.</summary>
internal sealed class TermIndex
{
    private const int MostTerms = 400_000;

    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<long, double>> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Centroid> _centroids = [];
    private int _count;

    /// <summary>Terms of an item with their frequencies damped, the headline's counting more.</summary>
    public static Dictionary<string, double> Weights(string title, string text, double titleWeight)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in Tokens.Terms(title))
        {
            counts[term] = counts.GetValueOrDefault(term) + titleWeight;
        }

        foreach (var term in Tokens.Terms(text))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        foreach (var (term, count) in counts)
        {
            counts[term] = 1 + Math.Log(Math.Max(1, count));
        }

        return counts;
    }

    /// <summary>Cosine of an item with each development that shares a term.</summary>
    public Dictionary<long, double> Similar(Dictionary<string, double> item)
    {
        var sums = new Dictionary<long, double>();
        var norm = 0.0;
        foreach (var (term, weight) in item)
        {
            var rarity = Rarity(term);
            norm += weight * rarity * weight * rarity;
            if (_holders.TryGetValue(term, out var holders))
            {
                var worth = weight * rarity * rarity;
                foreach (var (development, sum) in holders)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sums, development, out _) += worth * sum;
                }
            }
        }

        foreach (var (development, sum) in sums)
        {
            sums[development] = sum / Math.Sqrt(norm * Norm(development));
        }

        return sums;
    }

    public void Add(long development, Dictionary<string, double> item)
    {
        _count++;
        if (!_centroids.TryGetValue(development, out var centroid))
        {
            _centroids[development] = centroid = new Centroid();
        }

        var length = Math.Sqrt(item.Values.Sum(w => w * w));
        foreach (var (term, weight) in item)
        {
            _documents[term] = _documents.GetValueOrDefault(term) + 1;
            if (!_holders.TryGetValue(term, out var holders))
            {
                _holders[term] = holders = [];
            }

            holders[development] = centroid.Terms[term] = centroid.Terms.GetValueOrDefault(term) + (weight / length);
        }

        centroid.NormAt = 0;
        if (_documents.Count > MostTerms)
        {
            foreach (var once in _documents.Where(d => d.Value == 1).Select(d => d.Key).ToList())
            {
                _documents.Remove(once);
            }
        }
    }

    public void Forget(long development)
    {
        if (_centroids.Remove(development, out var centroid))
        {
            foreach (var term in centroid.Terms.Keys)
            {
                var holders = _holders[term];
                holders.Remove(development);
                if (holders.Count == 0)
                {
                    _holders.Remove(term);
                }
            }
        }
    }

    private double Rarity(string term) => Math.Log((_count + 2.0) / (_documents.GetValueOrDefault(term) + 1.0));

    // Rarities drift with every item: a norm is computed anew once they moved by a tenth.
    private double Norm(long development)
    {
        var centroid = _centroids[development];
        if (centroid.NormAt == 0 || _count > centroid.NormAt * 1.1)
        {
            centroid.Norm = centroid.Terms.Sum(t => t.Value * t.Value * Rarity(t.Key) * Rarity(t.Key));
            centroid.NormAt = _count;
        }

        return Math.Max(centroid.Norm, 1e-9);
    }

    private sealed class Centroid
    {
        public Dictionary<string, double> Terms { get; } = new(StringComparer.Ordinal);

        public double Norm { get; set; }

        public int NormAt { get; set; }
    }
}
