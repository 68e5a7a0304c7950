namespace NewsWatcher.Extraction;

/// <param name="Keyword">As configured, not as printed.</param>
public sealed record KeywordHit(string Keyword, string? PartId, Evidence Evidence) : Fact(PartId, Evidence)
{
    public override string CanonicalValue => Keyword;
}
