namespace NewsWatcher.Storage;

/// <summary>A claim of an item as it stands.</summary>
internal sealed record KnownClaim
{
    public long Id { get; init; }

    public string Key { get; init; } = "";

    public bool IsEnded { get; init; }

    /// <summary>As the newest version that states it has it.</summary>
    public string Fact { get; init; } = "";
}
