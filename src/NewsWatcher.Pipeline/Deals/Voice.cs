namespace NewsWatcher.Deals;

/// <summary>An outlet family as a reporting unit.</summary>
/// <param name="Counts">Whether what it publishes can stand for an origin.</param>
/// <param name="MayCount">Whether it can be the origin of what a counting outlet passes on: an outlet nobody classified may, an aggregator never.</param>
internal sealed record Voice(string Key, string Name, bool Counts, bool MayCount, string Why);
