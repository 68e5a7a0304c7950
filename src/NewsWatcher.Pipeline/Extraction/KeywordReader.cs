using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction;

/// <summary>Reads the configured keywords of deals and their parts, each once a passage.</summary>
internal static class KeywordReader
{
    public static IEnumerable<KeywordHit> Read(ScannedPassage passage) => passage.Names
        .Where(n => n.Use is NameUse.Keyword)
        .Select(n => new KeywordHit(((NameUse.Keyword)n.Use).Word, n.Use.PartId, passage.Evidence(n.Start, n.End, "keyword")))
        .DistinctBy(k => (k.Keyword, k.PartId));
}
