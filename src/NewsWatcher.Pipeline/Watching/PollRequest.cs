namespace NewsWatcher.Watching;

/// <summary>What a person asks for when polling by hand. Retry-After, gone and mute are heeded in any case.</summary>
public sealed record PollRequest
{
    /// <summary>Polls every feed, whether due or not.</summary>
    public bool All { get; init; }

    /// <summary>Polls one feed, whether due or not.</summary>
    public string? FeedId { get; init; }

    /// <summary>Whether pages of due articles are fetched; left out, they stay due.</summary>
    public bool ReadsArticles { get; init; } = true;

    /// <summary>Reads the articles of the last two weeks again, and every feed whole.</summary>
    public bool Rechecks { get; init; }
}
