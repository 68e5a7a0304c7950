namespace NewsWatcher.Watching;

/// <summary>What reading the due articles brought.</summary>
public sealed record ReadingTally
{
    public static ReadingTally Nothing { get; } = new();

    /// <summary>Read from their pages.</summary>
    public int Read { get; init; }

    /// <summary>Read from what their entries carry, as configured.</summary>
    public int Headlines { get; init; }

    /// <summary>Read from what their entries carry because the page was refused or could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>To be tried again later.</summary>
    public int Postponed { get; init; }

    /// <summary>Given up because our own code failed on them.</summary>
    public int Failed { get; init; }

    /// <summary>Of those read from their entries, what tells of no deal at all, so that it is placed with its reading.</summary>
    public int Apart { get; init; }

    /// <summary>New versions: first ones and changed texts.</summary>
    public int Versions { get; init; }

    public static ReadingTally operator +(ReadingTally a, ReadingTally b) => Add(a, b);

    public static ReadingTally Add(ReadingTally a, ReadingTally b) => new()
    {
        Read = a.Read + b.Read, Headlines = a.Headlines + b.Headlines, Unreadable = a.Unreadable + b.Unreadable, Postponed = a.Postponed + b.Postponed,
        Failed = a.Failed + b.Failed, Apart = a.Apart + b.Apart, Versions = a.Versions + b.Versions,
    };
}
