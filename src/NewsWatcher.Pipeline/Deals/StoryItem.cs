using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>An item as the grouping into developments sees it.</summary>
/// <param name="ReportedAt">Null where nobody knows: no time window applies then.</param>
/// <param name="DealIds">The deals it belongs to, the best first.</param>
public sealed record StoryItem(
    long Id, string Title, string Text, string? Language, DateTimeOffset? ReportedAt, string Source, bool IsAiGenerated, IReadOnlyList<string> DealIds, ArticleFacts Facts);
