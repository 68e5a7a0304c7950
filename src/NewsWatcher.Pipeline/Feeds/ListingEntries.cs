namespace NewsWatcher.Feeds;

/// <summary>The entries of one page, in its order. What leads to the same page is one entry: a picture above the fold and its line in the list.</summary>
internal sealed class ListingEntries
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public int WithoutLink { get; private set; }

    public void Add(Entry entry)
    {
        if (CanonicalUrl.Identity(entry.Link) is not { } identity)
        {
            WithoutLink++;
        }
        else if (_places.TryAdd(identity, _entries.Count))
        {
            _entries.Add(entry);
        }
        else
        {
            _entries[_places[identity]] = Joined(_entries[_places[identity]], entry);
        }
    }

    public bool All(Predicate<Entry> holds) => _entries.TrueForAll(holds);

    public IReadOnlyList<Entry> Distinct() => _entries;

    private static Entry Joined(Entry first, Entry twin) => first with
    {
        Title = first.Title.Length >= twin.Title.Length ? first.Title : twin.Title,
        Published = first.Published ?? twin.Published,
        Summary = first.Summary ?? twin.Summary,
    };
}
