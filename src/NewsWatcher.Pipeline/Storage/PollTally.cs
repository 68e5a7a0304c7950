namespace NewsWatcher.Storage;

/// <summary>What a poll brought: entries in the document, items nobody had seen, entries that were edited.</summary>
public sealed record PollTally(int Entries, int Added, int Changed)
{
    public static PollTally Nothing { get; } = new(0, 0, 0);

    /// <summary>Of the new items, those that were read from their entries at once.</summary>
    public int Read { get; init; }

    /// <summary>Of those read, what tells of no deal at all.</summary>
    public int Apart { get; init; }
}
