namespace NewsWatcher.Deals;

/// <param name="Kind">stage, amount, project, party, milestone or conflict.</param>
/// <param name="Text">"first phase 44 cap → 36.0 billion USD".</param>
/// <param name="Evidence">Null where nothing states it, as when a lead was rejected.</param>
public sealed record DealChange(string Kind, string PartId, string Text, SourcedClaim? Evidence);
