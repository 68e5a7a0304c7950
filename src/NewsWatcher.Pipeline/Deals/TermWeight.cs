namespace NewsWatcher.Deals;

/// <summary>A term of an item, by the hash of its letters, with its damped frequency.</summary>
internal readonly record struct TermWeight(ulong Term, double Weight);
