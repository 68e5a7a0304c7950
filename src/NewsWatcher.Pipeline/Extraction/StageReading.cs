namespace NewsWatcher.Extraction;

/// <param name="Hedged">The text says might, could, considering, in principle.</param>
/// <param name="IsNews">The stage that the item itself reports as its news; at most one reading of an article is.</param>
public sealed record StageReading(Stage Stage, SourceGrade Grade, bool Hedged, bool IsNews, string? PartId, Evidence Evidence)
    : Fact(PartId, Evidence)
{
    public override string CanonicalValue => $"{Stage}:{Grade}:{Hedged}:{IsNews}";
}
