namespace NewsWatcher.Storage;

/// <summary>A page as received, kept compressed so that better readers can read it again.</summary>
public sealed record Original(string Url, string? ContentType, byte[] Body);
