namespace NewsWatcher.Hosting;

/// <summary>The demo's clock: it stands at the last step of the story. Timers run as ever.</summary>
internal sealed class StoryClock(DateTimeOffset at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at;
}
