namespace NewsWatcher.Feeds;

/// <summary>A configured feed: an address, or a file below the configuration, that is polled on a schedule.</summary>
public sealed record Feed
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>http(s); null for a feed that lies in files.</summary>
    public Uri? Url { get; init; }

    /// <summary>Absolute path of a file feed; null for a network feed.</summary>
    public string? File { get; init; }

    /// <summary>For a file feed: link prefix → absolute folder that holds the pages.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the entries stand when the address is a page and no feed; null for a feed.</summary>
    public Listing? Listing { get; init; }

    /// <summary>Absolute path of a folder whose mails are read, instead of an address or a file.</summary>
    public string? Mail { get; init; }

    /// <summary>What becomes an entry of <see cref="Mail"/>; null for the stories, and for other feeds.</summary>
    public MailEntries? Each { get; init; }

    public string? OutletId { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Null: the default interval.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>A Quartz cron expression, instead of an interval.</summary>
    public string? Cron { get; init; }

    /// <summary>IANA zone of <see cref="Cron"/>; UTC when null.</summary>
    public string? TimeZone { get; init; }

    public ArticlePolicy Articles { get; init; }

    /// <summary>The deal whose terms made it: a news search, whose entries are headlines and no more. Null for every other feed.</summary>
    public string? Deal { get; init; }

    /// <summary>Null: verified. Unverified goes for the feed's own origin alone, not for where it redirects to and not for articles.</summary>
    public TlsPolicy? Tls { get; init; }

    public bool Enabled { get; init; } = true;
}
