namespace NewsWatcher.Fetching;

/// <summary>Room in memory for large bodies: few at once, each from its first megabyte until it has been read.</summary>
internal sealed class LargeBodies(int atOnce) : IDisposable
{
    /// <summary>Bodies up to this many bytes need no room.</summary>
    public const int FreeBytes = 1024 * 1024;

    private readonly SemaphoreSlim _places = new(atOnce);

    public BodyRoom Room() => new(_places);

    public void Dispose() => _places.Dispose();
}
