namespace NewsWatcher.Review;

/// <summary>What every page shows around its content.</summary>
/// <param name="TakesDecisions">Whether facts can be accepted, corrected and rejected on the page.</param>
/// <param name="Now">By the clock in force; the demo's stands at the last step of its story.</param>
/// <param name="Problems">Of the configuration files as they are now; empty when they are in force.</param>
public sealed record PageFrame(bool TakesDecisions, bool IsDemo, DateTimeOffset Now, IReadOnlyList<string> Problems);
