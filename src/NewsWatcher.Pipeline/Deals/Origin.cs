namespace NewsWatcher.Deals;

/// <summary>The independent reporting unit that an item belongs to.</summary>
/// <param name="Key">Equal for items of one origin. Two items with different keys are independent only where <paramref name="Counts"/> is true for both.</param>
/// <param name="CopyOf">The item whose text this is a syndicated or lightly edited copy of: the earliest of all its copies; null for none.</param>
/// <param name="Counts">False where the item adds no independence: machine-written, an unclassified outlet, an aggregator.</param>
/// <param name="Why">One readable sentence.</param>
public sealed record Origin(string Key, long? CopyOf, bool Counts, string Why);
