namespace NewsWatcher.Extraction;

/// <summary>An event to recognise by name.</summary>
public sealed record FollowedMilestone(string Id, string Name, IReadOnlyList<string> Aliases);
