namespace NewsWatcher.Deals;

/// <summary>Groups items into developments online: an answer uses earlier items only and is never taken back. What was not heard of for weeks is forgotten.</summary>
public sealed class Developments
{
    private const int MostDevelopments = 20_000;
    private const int MostTexts = 10_000;
    private const double HeadlineWeight = 2;
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private readonly CopyIndex _copies = new(MostTexts);
    private readonly Dictionary<long, (long Development, long Root)> _placed = [];
    private readonly Dictionary<long, Development> _developments = [];
    private readonly Dictionary<string, List<long>> _ofDeal = new(StringComparer.Ordinal);
    private readonly LinkedList<Development> _byAge = [];
    private readonly TermIndex _terms = new();
    private (long Id, StorySigns Signs)? _last;
    private (StorySigns Signs, IReadOnlyList<(long Id, double Containment)> Copies)? _lastCopies;

    /// <summary>Where an item belongs. Nothing is remembered yet.</summary>
    public StoryPlace Place(StoryItem item)
    {
        var signs = Signs(item);
        foreach (var (id, _) in Copies(signs))
        {
            var (development, root) = _placed[id];
            if (_developments.ContainsKey(development))
            {
                return new(development, root);
            }
        }

        var similar = _terms.Similar(signs.Terms);
        return new(item.DealIds.Count > 0 ? OfDeal(signs, similar) : OfNoDeal(signs, similar), CopyOf: null);
    }

    /// <summary>Remembers a placed item: the one just placed, or, after a restart, those of the last weeks.</summary>
    public void Remember(StoryItem item, long development)
    {
        var signs = Signs(item);
        var root = Copies(signs).Where(m => _placed[m.Id].Development == development).Select(m => (long?)_placed[m.Id].Root).FirstOrDefault() ?? item.Id;
        if (!_placed.TryAdd(item.Id, (development, root)))
        {
            return;
        }

        _copies.Add(item.Id, signs.Shingles);
        _lastCopies = null;
        if (!_developments.TryGetValue(development, out var story))
        {
            _developments[development] = story = new Development(development);
            story.Node = _byAge.AddLast(story);
        }

        foreach (var deal in item.DealIds.Where(story.Deals.Add))
        {
            if (!_ofDeal.TryGetValue(deal, out var ids))
            {
                _ofDeal[deal] = ids = [];
            }

            ids.Add(development);
        }

        story.Add(signs);
        _terms.Add(development, signs.Terms);
        if (story.Node is { } node)
        {
            _byAge.Remove(node);
            _byAge.AddLast(node);
        }

        Forget(item.ReportedAt);
    }

    // Nothing comes in between placing an item and remembering it.
    private IReadOnlyList<(long Id, double Containment)> Copies(StorySigns signs)
    {
        if (_lastCopies is not { } last || !ReferenceEquals(last.Signs, signs))
        {
            _lastCopies = last = (signs, _copies.Matches(signs.Shingles));
        }

        return last.Copies;
    }

    private StorySigns Signs(StoryItem item)
    {
        if (_last is not { } last || last.Id != item.Id || !ReferenceEquals(last.Signs.Item, item))
        {
            _last = last = (item.Id, new StorySigns(item, Shingles.Of(item.Text), TermIndex.Weights(item.Title, item.Text, HeadlineWeight)));
        }

        return last.Signs;
    }

    private long? OfDeal(StorySigns signs, Dictionary<long, double> similar) => Best(
        signs.Item.DealIds.Take(1).SelectMany(d => _ofDeal.GetValueOrDefault(d, [])).Where(id => _developments.ContainsKey(id)),
        id => _developments[id].Kinship(signs, similar.GetValueOrDefault(id)), Development.Enough);

    // Time only takes from likeness: what is not alike by its words is left out at once.
    private long? OfNoDeal(StorySigns signs, Dictionary<long, double> similar)
    {
        var least = signs.Item.Text.Length == 0 ? Development.AlikeHeadlines : Development.Alike;
        return Best(similar.Where(s => s.Value > least).Select(s => s.Key), id => _developments[id].Likeness(signs, similar[id]), least);
    }

    private static long? Best(IEnumerable<long> candidates, Func<long, double> score, double least)
    {
        var (best, top) = ((long?)null, least);
        foreach (var id in candidates)
        {
            var value = score(id);
            if (value > top || (value == top && id < best))
            {
                (best, top) = (id, value);
            }
        }

        return best;
    }

    private void Forget(DateTimeOffset? now)
    {
        while (_byAge.First is { } oldest && (_byAge.Count > MostDevelopments || (now is { } at && oldest.Value.Last is { } last && at - last > Window)))
        {
            _byAge.RemoveFirst();
            _developments.Remove(oldest.Value.Id);
            _terms.Forget(oldest.Value.Id);
            foreach (var deal in oldest.Value.Deals)
            {
                _ofDeal[deal].Remove(oldest.Value.Id);
            }

            foreach (var item in oldest.Value.Items)
            {
                _placed.Remove(item);
                _copies.Remove(item);
            }
        }
    }
}
