namespace NewsWatcher.Storage;

/// <summary>What is known already of an entry that a feed shows again.</summary>
internal sealed record KnownEntry
{
    public long Id { get; init; }

    public string Hash { get; init; } = "";

    public string? Link { get; init; }

    public long ItemId { get; init; }

    public long? QuarantinedBy { get; init; }
}
