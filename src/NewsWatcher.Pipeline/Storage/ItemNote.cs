namespace NewsWatcher.Storage;

public sealed record ItemNote
{
    public DateTimeOffset At { get; init; }

    public string Actor { get; init; } = "";

    public string Text { get; init; } = "";
}
