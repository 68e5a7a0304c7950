namespace NewsWatcher.Fetching;

/// <summary>How one GET ended. The web's misbehaviour is a value here, never an exception.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <param name="Url">Where the body came from, after redirects.</param>
    /// <param name="MovedTo">Set when every hop was a permanent redirect (301, 308).</param>
    /// <param name="FreshFor">How long the server says the answer stays fresh (Cache-Control, Expires); null when it says nothing.</param>
    public sealed record Page(Uri Url, byte[] Body, string? ContentType, Validators Validators, Uri? MovedTo, TimeSpan? FreshFor) : FetchResult
    {
        /// <summary>The Link headers (RFC 8288) as received.</summary>
        public IReadOnlyList<string> Links { get; init; } = [];

        /// <summary>Whether the coding of the body breaks off: what came is only its beginning, and has no validators to ask "since then?" with.</summary>
        public bool IsCut { get; init; }
    }

    /// <param name="MovedTo">As of <see cref="Page"/>: it is there that nothing has changed.</param>
    public sealed record NotModified(TimeSpan? FreshFor, Uri? MovedTo) : FetchResult;

    /// <param name="Reason">One readable sentence for the person who looks after the feed.</param>
    /// <param name="RetryAfter">What Retry-After asked for, already clamped to 60 s … 24 h.</param>
    public sealed record Failed(OutcomeClass Outcome, string Reason, int? Status, TimeSpan? RetryAfter) : FetchResult
    {
        /// <summary>DNS or connect failed: no server was reached at all.</summary>
        public bool IsUnreachable { get; init; }
    }
}
