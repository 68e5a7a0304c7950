namespace NewsWatcher.Watching;

/// <summary>What became of something that a person supplied.</summary>
public abstract record Intake
{
    private Intake()
    {
    }

    /// <param name="IsNew">False when it was known already; a changed text is a version then.</param>
    public sealed record Kept(long ItemId, string Title, bool IsNew) : Intake;

    public sealed record Refused(string Reason) : Intake;
}
