using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Projects;

/// <summary>Reads the projects of a deal: the configured ones by any of their names, and named places where something is to be built.</summary>
internal static class ProjectReader
{
    public static List<ProjectMention> Read(ScannedPassage title, ScannedPassage text)
    {
        var found = new List<ProjectMention>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in new[] { title, text })
        {
            var mentions = Configured(passage).Concat(NamedSites.Find(passage)).OrderBy(m => m.Evidence.Start);
            found.AddRange(mentions.Where(m => seen.Add(m.PartId ?? PartyName.Fold(m.Name))));
        }

        return found;
    }

    private static IEnumerable<ProjectMention> Configured(ScannedPassage passage) => passage.Names
        .Where(n => n.Use is NameUse.Part { Kind: DealKind.Project, IsRoot: false })
        .Select(n => new ProjectMention(passage.Text[n.Start..n.End], n.Use.PartId, passage.Evidence(n.Start, n.End, "project-name")));
}
