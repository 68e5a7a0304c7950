using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Every behaviour that a poll has to survive, by name.</summary>
internal static class HostileCatalogue
{
    public static IReadOnlyList<Behaviour> All { get; } = [.. SilentServers.All, .. BrokenAnswers.All, .. LeadingAstray.All, .. BadCodings.All, .. OddDocuments.All];

    /// <summary>What is wrong with how a poll of the behaviour ended; null when it ended as it has to.</summary>
    /// <param name="isFirst">Whether it was the feed's first poll: what was read before may be unchanged later.</param>
    public static string? Fault(Behaviour behaviour, OutcomeClass seen, string? reason, int entries, bool isFirst)
    {
        if (!isFirst && behaviour.Expected == OutcomeClass.Ok && seen == OutcomeClass.NotModified)
        {
            return null;
        }

        return seen != behaviour.Expected ? $"ended as {seen}, not {behaviour.Expected}: {reason}"
            : behaviour.Says is { } says && reason?.Contains(says, StringComparison.Ordinal) is not true ? $"does not say \"{says}\": {reason}"
            : entries < behaviour.Entries ? $"gave {entries} entries, not {behaviour.Entries}: {reason}"
            : behaviour.Expected != OutcomeClass.Ok && reason is not { Length: > 10 and < 1_000 } ? $"has no readable reason: {reason}"
            : reason?.Contains("NewsWatcher itself", StringComparison.Ordinal) is true ? reason : null;
    }
}
