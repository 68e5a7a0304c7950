using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What an item is compared by.</summary>
internal sealed class StorySigns(StoryItem item, uint[] shingles, TermWeight[] terms)
{
    public StoryItem Item { get; } = item;

    public uint[] Shingles { get; } = shingles;

    public TermWeight[] Terms { get; } = terms;

    public Stage? Stage { get; } = item.Facts.NewsStage;

    /// <summary>Sums of money, whatever the language that prints them.</summary>
    public HashSet<string> Amounts { get; } =
        [.. item.Facts.Amounts.Where(a => a.Best != 0).Select(a => $"{Extraction.Amount.Canonical(a.Best)} {a.Currency}")];

    public HashSet<string> Parties { get; } = new(item.Facts.Parties.Select(p => p.KnownAs ?? p.Name), StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Projects { get; } = new(item.Facts.Projects.Select(p => p.PartId ?? p.Name), StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Dates { get; } = [.. item.Facts.Milestones.Select(m => m.Date.ToString())];
}
