using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>All organisations of a passage in the order of the text: the configured ones, and names that nobody configured.</summary>
internal static class OrganisationScanner
{
    public static List<OrganisationHit> Find(ScannedPassage passage)
    {
        var known = Configured(passage);
        var found = new List<OrganisationHit>();
        var candidates = passage.Passage.Language is "ja" or "zh" or "ko" ? DenseNames.Find(passage) : LatinNames.Find(passage);
        foreach (var candidate in candidates)
        {
            // "Japan" within "Bank of Japan" is another name.
            if (!candidate.IsPlain && passage.Passage.Language is not ("ja" or "zh" or "ko"))
            {
                known.RemoveAll(k => k.Start >= candidate.Start && k.End <= candidate.End
                    && PartyName.Fold(passage.Text[k.Start..k.End]) != PartyName.Fold(passage.Text[candidate.Start..candidate.End]));
            }

            if (!IsRefused(passage, candidate) && !known.Exists(k => k.Start < candidate.End && candidate.Start < k.End))
            {
                found.Add(candidate);
            }
        }

        var governments = Governments.Find(passage);
        governments.RemoveAll(g => known.Exists(k => k.Start < g.End && g.Start < k.End) || found.Exists(k => k.Start < g.End && g.Start < k.End));
        found.AddRange(governments);
        found.AddRange(known);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static List<OrganisationHit> Configured(ScannedPassage passage)
    {
        var found = new List<OrganisationHit>();
        foreach (var span in passage.Names.Where(n => n.Use is NameUse.Party).GroupBy(n => (n.Start, n.End, n.Sentence)))
        {
            var kind = KindOf(passage, span.Key.Start, span.Key.End);
            found.Add(new(span.Key.Start, span.Key.End, span.Key.Sentence, [.. span.Select(n => n.Use).OfType<NameUse.Party>().DistinctBy(u => (u.PartId, u.Followed.Name))], kind.Role, IsPlain: false));
        }

        return found;
    }

    /// <summary>What the words within a name say of its kind.</summary>
    public static (bool Has, PartyRole? Role) KindOf(ScannedPassage passage, int start, int end)
    {
        var (has, role) = (false, (PartyRole?)null);
        foreach (var cue in passage.CuesOf(passage.Passage.Sentences.IndexAt(start)))
        {
            if (cue.Cue.Kind == CueKind.Organisation && cue.Start >= start && cue.End <= end)
            {
                has = true;
                role = cue.Cue.Value >= 0 ? (PartyRole)cue.Cue.Value : role;
            }
        }

        return (has, role);
    }

    // Publishers, persons and the places of projects are no parties.
    private static bool IsRefused(ScannedPassage passage, OrganisationHit hit)
    {
        foreach (var name in passage.NamesOf(hit.Sentence))
        {
            if (name.Start < hit.End && hit.Start < name.End && (name.Use is NameUse.Part or NameUse.Lookalike or NameUse.Milestone) && (name.Start <= hit.Start || hit.IsPlain))
            {
                return true;
            }
        }

        if (hit.IsPlain && Countries.Named(passage.Text[hit.Start..hit.End]) is not null)
        {
            return true;
        }

        foreach (var cue in passage.CuesOf(hit.Sentence))
        {
            var inside = cue.Start >= hit.Start && cue.End <= hit.End;
            var before = cue.End <= hit.Start && hit.Start - cue.End <= 1;
            var after = cue.Start >= hit.End && cue.Start - hit.End <= 2;
            var refused = cue.Cue.Kind switch
            {
                CueKind.Outlet => (inside && cue.Cue.Side == CueSide.Any && cue.End == hit.End) || (after && cue.Cue.Side == CueSide.After),
                CueKind.Person => hit.IsPlain && ((before && cue.Cue.Side == CueSide.Before) || (after && cue.Cue.Side == CueSide.After)),
                _ => false,
            };
            if (refused)
            {
                return true;
            }
        }

        return false;
    }
}
