using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>What a completely read feed said.</summary>
/// <param name="Left">Entries beyond the bound, not taken.</param>
public sealed record PolledBody(string? Title, Validators Validators, string ContentHash, IReadOnlyList<CapturedEntry> Entries, int Left);
