namespace NewsWatcher.Storage;

/// <summary>What reading items again brought.</summary>
/// <param name="Items">Read again.</param>
/// <param name="Added">Claims that were not there, or come back.</param>
/// <param name="Ended">Claims that no rule reads any more.</param>
/// <param name="Moved">Items to be placed again.</param>
/// <param name="Failed">Items that our own code failed on: they stay as they were.</param>
public sealed record ReprocessTally(int Items, int Added, int Ended, int Moved, int Failed)
{
    public static ReprocessTally Nothing { get; } = new(0, 0, 0, 0, 0);

    public static ReprocessTally operator +(ReprocessTally a, ReprocessTally b) => Add(a, b);

    public static ReprocessTally Add(ReprocessTally a, ReprocessTally b) => new(a.Items + b.Items, a.Added + b.Added, a.Ended + b.Ended, a.Moved + b.Moved, a.Failed + b.Failed);
}
