namespace NewsWatcher.Extraction;

/// <summary>Everything read from one article, each list in the order of the text, the title first.</summary>
public sealed record ArticleFacts
{
    public static ArticleFacts None { get; } = new();

    public IReadOnlyList<Amount> Amounts { get; init; } = [];

    public IReadOnlyList<PartyMention> Parties { get; init; } = [];

    public IReadOnlyList<StageReading> Stages { get; init; } = [];

    public IReadOnlyList<MilestoneReading> Milestones { get; init; } = [];

    public IReadOnlyList<ProjectMention> Projects { get; init; } = [];

    public IReadOnlyList<KeywordHit> Keywords { get; init; } = [];

    /// <summary>Whether the article is about a deal at all (an investment, merger, contract), followed or not.</summary>
    public bool IsDeal { get; init; }

    /// <summary>The stage that the item reports as its news.</summary>
    public Stage? NewsStage => Stages.FirstOrDefault(s => s.IsNews)?.Stage;

    public IEnumerable<Fact> All => [.. Amounts, .. Parties, .. Stages, .. Milestones, .. Projects, .. Keywords];
}
