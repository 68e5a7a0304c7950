namespace NewsWatcher.Feeds;

/// <summary>What a file of subscriptions turned out to be.</summary>
public abstract record OpmlRead
{
    private OpmlRead()
    {
    }

    /// <param name="Outlines">Each address once.</param>
    /// <param name="Skipped">One readable sentence for each outline that is no feed we can poll.</param>
    public sealed record Subscriptions(IReadOnlyList<OpmlOutline> Outlines, IReadOnlyList<string> Skipped) : OpmlRead;

    /// <summary>Nothing of it is taken.</summary>
    public sealed record Refused(string Reason) : OpmlRead;
}
