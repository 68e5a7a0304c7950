namespace NewsWatcher.Feeds;

/// <summary>Where the entries of a page without a feed stand, as CSS selectors. Those that are null have a default; see the readers of each.</summary>
public sealed record Listing
{
    /// <summary>Every element that it finds is an entry.</summary>
    public required string Item { get; init; }

    /// <summary>Within the item: the link, or what holds it. Null: the link of the title, else the first one.</summary>
    public string? Link { get; init; }

    /// <summary>Within the item. Null: the text of the links to the entry's page.</summary>
    public string? Title { get; init; }

    /// <summary>Within the item. Null: its first <c>time</c> element.</summary>
    public string? Date { get; init; }

    /// <summary>Within the item. Null: no summary.</summary>
    public string? Summary { get; init; }

    /// <summary>IANA zone of times that name none; UTC when null.</summary>
    public string? TimeZone { get; init; }
}
