namespace NewsWatcher.Deals;

/// <param name="Development">Of an earlier item; null begins a new one.</param>
/// <param name="CopyOf">The earlier item whose text this is a syndicated or lightly edited copy of.</param>
public sealed record StoryPlace(long? Development, long? CopyOf);
