namespace NewsWatcher.Deals;

/// <summary>A claim that somebody should look at: the best evidence for what hangs on it, not decided yet.</summary>
/// <param name="PartId">The deal or part that it is about.</param>
/// <param name="Reason">What hangs on it, as half a sentence: "the only source for the figure of Phase 1".</param>
/// <param name="Others">How many more claims state the same, decided ones left out.</param>
public sealed record WaitingClaim(string DealId, string PartId, Consequence Consequence, string Reason, SourcedClaim Source, int Others);
