namespace NewsWatcher.Fetching;

/// <summary>One GET. <paramref name="MaxBytes"/> bounds the body, both as it travels and decoded.</summary>
public sealed record FetchRequest(Uri Url, long MaxBytes, Validators Validators)
{
    public string Accept { get; init; } = "*/*";

    /// <summary>Keeps the host's spacing between this request and the one before: for article pages, which come in crowds.</summary>
    public bool IsSpaced { get; init; }

    /// <summary>Asked before every hop of a redirect, for pages that robots.txt speaks of: why it is not to be made, or null.</summary>
    public Func<Uri, CancellationToken, Task<FetchResult.Failed?>>? HopRefusal { get; init; }

    /// <summary>Takes whatever certificate the origin of <see cref="Url"/> shows, as a person said of this address; that of no other origin.</summary>
    public bool TakesAnyCertificate { get; init; }

    /// <summary>Taken when the body is large, and held by the caller until it has been read; null: whatever the size.</summary>
    public BodyRoom? Room { get; init; }

    /// <summary>Takes the beginning of a body that is too large, instead of refusing it.</summary>
    public bool TakesBeginning { get; init; }
}
