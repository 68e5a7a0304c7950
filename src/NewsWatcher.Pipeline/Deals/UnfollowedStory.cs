namespace NewsWatcher.Deals;

/// <summary>A development that no followed deal has a part in.</summary>
/// <param name="Id">Of the development.</param>
/// <param name="Items">With their standing claims.</param>
public sealed record UnfollowedStory(long Id, IReadOnlyList<ReportedItem> Items);
