namespace NewsWatcher.Storage;

/// <summary>What is remembered of a feed that could not be reached, until it is.</summary>
public enum Reach
{
    /// <summary>Our own network was down: nothing was charged to it.</summary>
    Waiting,

    /// <summary>It was charged with a failure, before it was clear whose failure it is.</summary>
    Charged,

    /// <summary>Others could be reached meanwhile: whatever happens to it is its own.</summary>
    Dead,
}
