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
    private readonly Dictionary<string, HashSet<long>> _ofDeal = new(StringComparer.Ordinal);
    private readonly LinkedList<Development> _byAge = [];
    private readonly TermIndex _terms = new();
    private (long Id, StorySigns Signs)? _last;
    private (StorySigns Signs, IReadOnlyList<(long Id, double Containment)> Copies)? _lastCopies;

    /// <summary>Where an item belongs. Nothing is remembered yet.</summary>
    public StoryPlace Place(StoryItem item)
    {
        var signs = Signs(item);
        // An item that is placed again is no copy of itself.
        foreach (var (id, _) in Copies(signs).Where(c => c.Id != item.Id))
        {
            var (development, root) = _placed[id];
            if (_developments.ContainsKey(development))
            {
                return new(development, root);
            }
        }

        return new(item.DealIds.Count > 0 ? OfDeal(signs) : OfNoDeal(signs), CopyOf: null);
    }

    /// <summary>Remembers a placed item: the one just placed, or, after a restart, those of the last weeks.</summary>
    public void Remember(StoryItem item, long development)
    {
        var signs = Signs(item);
        var root = Copies(signs).Where(m => _placed[m.Id].Development == development).Select(m => (long?)_placed[m.Id].Root).FirstOrDefault() ?? item.Id;
        if (!_placed.TryAdd(item.Id, (development, root)))
        {
            Follow(item);
            return;
        }

        _copies.Add(item.Id, signs.Shingles);
        _lastCopies = null;
        if (!_developments.TryGetValue(development, out var story))
        {
            _developments[development] = story = new Development(development);
            story.Node = _byAge.AddLast(story);
        }

        Follow(item);
        story.Add(signs);
        _terms.Add(development, signs.Terms);
        if (story.Node is { } node)
        {
            _byAge.Remove(node);
            _byAge.AddLast(node);
        }

        Forget(item.ReportedAt);
    }

    // An item that is placed again may be of a deal that nobody followed before.
    private void Follow(StoryItem item)
    {
        if (!_developments.TryGetValue(_placed[item.Id].Development, out var story))
        {
            return;
        }

        foreach (var deal in item.DealIds.Where(story.Deals.Add))
        {
            if (!_ofDeal.TryGetValue(deal, out var ids))
            {
                _ofDeal[deal] = ids = [];
            }

            ids.Add(story.Id);
        }
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

    // Words are compared last: most steps of a deal lie too far off in time to be the item's, whatever it says.
    private long? OfDeal(StorySigns signs)
    {
        var (best, top) = ((long?)null, Development.Enough);
        foreach (var id in _ofDeal.GetValueOrDefault(signs.Item.DealIds[0], []))
        {
            var kinship = _developments[id].Kinship(signs);
            if (kinship + Development.WordsWeight >= top)
            {
                Take(id, kinship + (Development.WordsWeight * _terms.Cosine(signs.Terms, id)), ref best, ref top);
            }
        }

        return best;
    }

    // Time only takes from likeness: what is not alike by its words is left out at once.
    private long? OfNoDeal(StorySigns signs)
    {
        var (best, top) = ((long?)null, signs.Item.Text.Length == 0 ? Development.AlikeHeadlines : Development.Alike);
        foreach (var (id, cosine) in _terms.Similar(signs.Terms, top))
        {
            Take(id, _developments[id].Likeness(signs, cosine), ref best, ref top);
        }

        return best;
    }

    private static void Take(long id, double value, ref long? best, ref double top)
    {
        if (value > top || (value == top && id < best))
        {
            (best, top) = (id, value);
        }
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
