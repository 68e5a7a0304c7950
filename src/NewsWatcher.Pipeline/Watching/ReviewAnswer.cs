using NewsWatcher.Deals;

namespace NewsWatcher.Watching;

/// <summary>What became of something that a person wanted to decide. Sentences come without their stop.</summary>
public abstract record ReviewAnswer
{
    private ReviewAnswer()
    {
    }

    /// <summary>Written down; the first is the one that was asked for, similar ones follow.</summary>
    public sealed record Decided(IReadOnlyList<Decision> Decisions) : ReviewAnswer;

    /// <summary>Somebody said so before: nothing was written.</summary>
    public sealed record Already(string What) : ReviewAnswer;

    public sealed record Refused(string Reason) : ReviewAnswer;

    public sealed record NotFound(string Reason) : ReviewAnswer;
}
