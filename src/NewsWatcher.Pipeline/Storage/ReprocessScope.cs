namespace NewsWatcher.Storage;

/// <summary>Which items are read again: those of all three conditions. Null leaves one out.</summary>
/// <param name="DealId">Items that the deal's signs touch, or that it held so far.</param>
/// <param name="Feed">Items that this feed shows.</param>
/// <param name="Since">Items published, or first seen, from then on.</param>
public sealed record ReprocessScope(string? DealId, string? Feed, DateTimeOffset? Since)
{
    public static ReprocessScope All { get; } = new(null, null, null);
}
