using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Projects;

/// <summary>Named sites that nobody configured: "the Falcon Ridge lithium mine", ファルコン・リッジのリチウム鉱山.</summary>
internal static class NamedSites
{
    private const int MaxBetween = 24;
    private const int MaxBetweenDense = 24;
    private const int MaxModifier = 10;

    private static readonly System.Buffers.SearchValues<char> NoWords = System.Buffers.SearchValues.Create(",;:.()$€£¥");

    // "X で A社が計画する発電所": the place, who plans it, and what.
    private static readonly System.Buffers.SearchValues<string> Planned = System.Buffers.SearchValues.Create(["計画", "建設", "整備", "開発"], StringComparison.Ordinal);

    public static IEnumerable<ProjectMention> Find(ScannedPassage passage)
    {
        if (LatinNames.IsTitleCase(passage.Passage))
        {
            return [];
        }

        var dense = passage.Passage.IsDense;
        List<(int Start, int End)> names = dense ? DenseSites.Names(passage) : [.. passage.Capitalised.Where(n => n.IsPlain).Select(n => (n.Start, n.End))];
        return Sites(passage, names, dense);
    }

    private static IEnumerable<ProjectMention> Sites(ScannedPassage passage, List<(int Start, int End)> names, bool dense)
    {
        foreach (var (start, end) in names)
        {
            var sentence = passage.Passage.Sentences.IndexAt(start);

            // One capitalised word before a facility is a region more often than a name.
            if (!dense && !passage.Text.AsSpan(start, end - start).Contains(' '))
            {
                continue;
            }

            if (Countries.Named(passage.Text[start..end]) is not null)
            {
                continue;
            }

            if (Facility(passage, start, end, sentence, dense) is { } facility && !IsKnown(passage, start, facility))
            {
                yield return new(passage.Text[start..end], null, passage.Evidence(start, facility, "project-site"));
            }
        }
    }

    /// <summary>Where the facility ends that stands behind a name with only its own description between them.</summary>
    private static int? Facility(ScannedPassage passage, int start, int end, int sentence, bool dense)
    {
        int? nearest = null;
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue.Kind != CueKind.Facility || cue.End <= end || cue.Start < start || cue.Start - end > (dense ? MaxBetweenDense : MaxBetween))
            {
                continue;
            }

            if (cue.Cue.Weak ? cue.Start - end <= 1 : IsDescription(passage.Text.AsSpan(Math.Min(end, cue.Start), Math.Max(0, cue.Start - end)), dense))
            {
                nearest = nearest is { } other ? Math.Max(other, cue.End) : cue.End;
            }
        }

        return nearest;
    }

    private static bool IsDescription(ReadOnlySpan<char> between, bool dense)
    {
        if (dense)
        {
            return between.Length == 0 || between[0] is '的' or '의' or ' ' or '・' || (between[0] is 'の' && between.Length <= MaxModifier) || (between[0] is 'で' or 'に' && between.ContainsAny(Planned));
        }

        if (between.Length == 0 || between[0] != ' ')
        {
            return false;
        }

        var words = 0;
        foreach (var range in between.Split(' '))
        {
            var word = between[range];
            words += word.Length > 0 ? 1 : 0;
            if (word is "a" or "the" or "an" or "of" or "and" or "to" or "in" or "on" or "for" or "is" or "would" or "will" or "said" or "with" or "at" or "by" or "its" or "has" or "was" or "as" or "from" || word.ContainsAny(NoWords))
            {
                return false;
            }
        }

        return words <= 3;
    }

    private static bool IsKnown(ScannedPassage passage, int start, int end)
    {
        foreach (var name in passage.NamesOf(passage.Passage.Sentences.IndexAt(start)))
        {
            if (name.Start < end && start < name.End && name.Use is NameUse.Part or NameUse.Party or NameUse.Lookalike)
            {
                return true;
            }
        }

        foreach (var organisation in passage.Organisations)
        {
            if (!organisation.IsPlain && organisation.Start < end && start < organisation.End)
            {
                return true;
            }
        }

        return false;
    }
}
