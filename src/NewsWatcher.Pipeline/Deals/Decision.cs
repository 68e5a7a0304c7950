using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What a person said of a claim; the newest one on a key counts. <paramref name="Corrected"/> is set for <see cref="DecisionKind.Corrected"/> alone.</summary>
public sealed record Decision(DateTimeOffset At, string Actor, DecisionKind Kind, string ClaimKey, Fact? Corrected, string? Why);
