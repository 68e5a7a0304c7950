namespace NewsWatcher.Fetching;

/// <summary>ETag and Last-Modified exactly as the server sent them (RFC 9110, 8.8): never parsed, sent back verbatim.</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    public static Validators None { get; } = new(null, null);

    public bool IsEmpty => ETag is null && LastModified is null;
}
