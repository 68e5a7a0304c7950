using NewsWatcher.Extraction;

namespace NewsWatcher.Storage;

/// <summary>A read item that has not been matched with deals yet, or whose text changed since.</summary>
public sealed record Unplaced(StoredItem Item, ArticleFacts Facts);
