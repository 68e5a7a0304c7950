using System.Collections.Frozen;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>All organisations of a passage in the order of the text: the configured ones, and names that nobody configured.</summary>
internal static class OrganisationScanner
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SiteWords = LanguageFiles.Lines("site-words.txt")
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<OrganisationHit> Find(ScannedPassage passage)
    {
        var known = Configured(passage);
        var found = new List<OrganisationHit>();
        var isDense = passage.Passage.IsDense;
        var candidates = isDense ? DenseNames.Find(passage) : passage.Capitalised;
        if (!isDense)
        {
            known.RemoveAll(k => IsOfLongerName(passage, k, candidates));
        }

        found.AddRange(candidates.Where(c => !Touches(known, c) && !IsRefused(passage, c)));
        var governments = Governments.Find(passage);
        governments.RemoveAll(g => Touches(known, g) || Touches(found, g));
        List<OrganisationHit> companies = [.. found.Concat(known).OrderBy(c => c.Start)];
        governments.RemoveAll(g => IsOrigin(passage, g, companies));
        known.RemoveAll(k => IsOrigin(passage, k, companies));
        found.AddRange(governments);
        found.AddRange(known);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // "Japan" within "Bank of Japan" is another name.
    private static bool IsOfLongerName(ScannedPassage passage, OrganisationHit known, IReadOnlyList<OrganisationHit> candidates) =>
        EndingAfter(candidates, known.Start) is { IsPlain: false } longer && known.Start >= longer.Start && known.End <= longer.End
        && PartyName.Fold(passage.Text[known.Start..known.End]) != PartyName.Fold(passage.Text[longer.Start..longer.End]);

    // "Japan's Sumida Construction": where a company comes from.
    private static bool IsOrigin(ScannedPassage passage, OrganisationHit known, IReadOnlyList<OrganisationHit> companies) =>
        passage.Text.AsSpan(known.End) switch
        {
            ['\'' or '’', 's', ' ', ..] => EndingAfter(companies, known.End + 3) is { IsPlain: false } company && company.Start == known.End + 3,
            ['の', ..] => EndingAfter(companies, known.End + 1) is { } company && IsOneNoun(passage.Text.AsSpan(known.End + 1, Math.Max(0, company.Start - known.End - 1))),
            _ => false,
        } && Countries.Named(passage.Text[known.Start..known.End]) is not null;

    // スペインの再生エネルギー大手ソルベルデ: nothing but what the company is stands between.
    private static bool IsOneNoun(ReadOnlySpan<char> between)
    {
        const int Longest = 16;
        return between.Length <= Longest && between.IndexOfAnyInRange('\u3041', '\u3096') < 0 && !between.ContainsAny('、', '。', '（');
    }

    private static bool Touches(List<OrganisationHit> names, OrganisationHit hit) => EndingAfter(names, hit.Start) is { } next && next.Start < hit.End;

    /// <summary>The first name that ends behind a place, of names in the order of the text of which none reaches into another.</summary>
    private static OrganisationHit? EndingAfter(IReadOnlyList<OrganisationHit> names, int place)
    {
        var (low, high) = (0, names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = names[middle].End > place ? (low, middle) : (middle + 1, high);
        }

        return low < names.Count ? names[low] : null;
    }

    private static List<OrganisationHit> Configured(ScannedPassage passage)
    {
        var found = new List<OrganisationHit>();
        foreach (var span in passage.Names.Where(n => n.Use is NameUse.Party).GroupBy(n => (n.Start, n.End, n.Sentence)))
        {
            if (Governments.IsOwner(passage.Text.AsSpan(span.Key.End)) && Countries.Named(passage.Text[span.Key.Start..span.Key.End]) is not null)
            {
                continue;
            }

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

    // "in Victoria", "near Kestrel Bay"
    private static bool IsPlace(ReadOnlySpan<char> before) => before is [.., ' '] && SiteWords.Contains(before[(before[..^1].LastIndexOfAny(' ', '\n') + 1)..^1]);

    // Publishers, persons and the places of projects are no parties.
    private static bool IsRefused(ScannedPassage passage, OrganisationHit hit)
    {
        foreach (var name in passage.NamesOf(hit.Sentence))
        {
            if (name.Start < hit.End && hit.Start < name.End && (name.Use is NameUse.Part or NameUse.Lookalike or NameUse.Milestone) && (hit.IsPlain || name.End >= hit.End))
            {
                return true;
            }
        }

        if (hit.IsPlain && IsPlace(passage.Text.AsSpan(0, hit.Start)))
        {
            return true;
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
