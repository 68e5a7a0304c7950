using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Parties;

/// <summary>Tells which organisation of a sentence a cue speaks of.</summary>
internal static class RoleBinder
{
    private const int MaxAfter = 80;
    private const int MaxAfterDense = 45;
    private const int MaxBefore = 6;
    private const int MaxBeforeDense = 14;
    private const int MaxJoint = 10;
    private const int MaxDescription = 40;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create(";,.。\n、");

    /// <summary>The organisations that a cue speaks of: the nearest on its side, and those joined to it by "and".</summary>
    public static IEnumerable<OrganisationHit> Bound(ScannedPassage passage, IReadOnlyList<OrganisationHit> sentence, CueHit cue)
    {
        var dense = passage.Passage.IsDense;
        var at = cue.Cue.Side == CueSide.Before ? Following(passage, sentence, cue, dense) : Subject(passage, sentence, cue, dense);
        if (at < 0)
        {
            yield break;
        }

        yield return sentence[at];
        var step = cue.Cue.Side == CueSide.Before ? 1 : -1;
        for (var i = at + step; i >= 0 && i < sentence.Count && AreJoined(passage, sentence[Math.Min(i, i - step)], sentence[Math.Max(i, i - step)]); i += step)
        {
            yield return sentence[i];
        }
    }

    private static int Following(ScannedPassage passage, IReadOnlyList<OrganisationHit> sentence, CueHit cue, bool dense)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Start >= cue.End)
            {
                var between = passage.Text.AsSpan(cue.End, sentence[i].Start - cue.End);
                return (!between.ContainsAny(ClauseMarks) || IsApposition(between)) && (between.Length <= (dense ? MaxBeforeDense : MaxBefore) || IsDescription(between, dense)) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>"from two public institutions, the": what the organisations are stands before their names.</summary>
    private static bool IsApposition(ReadOnlySpan<char> between)
    {
        var comma = between.IndexOfAny(ClauseMarks);
        return between.Length <= MaxDescription && between[comma] == ',' && between[(comma + 1)..].Trim() is "" or "the";
    }

    /// <summary>"to buy medical device maker Orbis": what the company makes stands between.</summary>
    private static bool IsDescription(ReadOnlySpan<char> between, bool dense)
    {
        if (dense || between.Length > MaxDescription)
        {
            return false;
        }

        foreach (var range in between.Split(' '))
        {
            if (between[range] is "and" or "or" or "to" or "of" or "for" or "in" or "on" or "by" or "from" or "with" or "at" or "said" or "would" or "will" or "as" or "that" or "which")
            {
                return false;
            }
        }

        return true;
    }

    private static int Subject(ScannedPassage passage, IReadOnlyList<OrganisationHit> sentence, CueHit cue, bool dense)
    {
        var nearest = -1;
        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            var hit = sentence[i];
            if (hit.End > cue.Start || cue.Start - hit.End > (dense ? MaxAfterDense : MaxAfter))
            {
                continue;
            }

            if (!dense && Owner(passage, sentence, i) is >= 0 and var owner && cue.Start - sentence[owner].End <= MaxAfter)
            {
                return owner;
            }

            // What is bought stands next to the word for buying it.
            var isTarget = dense && cue.Cue.Kind == CueKind.Role && (PartyRole)cue.Cue.Value == PartyRole.Target;
            if (isTarget && !hit.IsPlain)
            {
                return i;
            }

            if (cue.Cue.Kind == CueKind.Role && !isTarget && i > 0 && IsCounterpart(passage, sentence, i))
            {
                continue;
            }

            // A verb's subject carries a particle in Japanese and Korean; elsewhere it is the name that stands next.
            if (!dense || IsSubject(passage.Text.AsSpan(hit.End)) || passage.Passage.Language == "zh")
            {
                return hit.IsPlain && dense && !IsSubject(passage.Text.AsSpan(hit.End)) ? nearest : i;
            }

            nearest = nearest < 0 && !hit.IsPlain && cue.Start - hit.End <= 12 ? i : nearest;
        }

        return nearest;
    }

    /// <summary>"Marlow Power, which belongs to Osier Holdings, will": the second name only describes the first. -1: it describes none.</summary>
    private static int Owner(ScannedPassage passage, IReadOnlyList<OrganisationHit> sentence, int at)
    {
        if (!passage.Text.AsSpan(sentence[at].End).StartsWith(", "))
        {
            return -1;
        }

        for (var i = at - 1; i >= 0; i--)
        {
            var between = passage.Text.AsSpan(sentence[i].End, Math.Max(0, sentence[at].Start - sentence[i].End));
            if (between.StartsWith(", ") && between.Length > 5 && !between[1..].Contains(',') && !between.Contains(" and ", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    // "对B发起要约", "A는 B와 공급 계약을": whom it is for, or with whom it is done, unless another name joins at once.
    private static bool IsCounterpart(ScannedPassage passage, IReadOnlyList<OrganisationHit> sentence, int at)
    {
        const int Mark = 2;
        var isJoined = at + 1 < sentence.Count && sentence[at + 1].Start - sentence[at].End <= Mark;
        return (sentence[at].Start > 0 && passage.Text[sentence[at].Start - 1] is '对' or '對' or '向')
            || (!isJoined && passage.Text.AsSpan(sentence[at].End) is ['와' or '과', ' ', ..] or ['と', not ('の' or 'し' or 'い' or 'す'), ..]);
    }

    private static bool IsSubject(ReadOnlySpan<char> after) =>
        after is ['は' or 'が' or 'も' or 'や' or 'と' or '、' or '은' or '는' or '이' or '가' or '도' or '과' or '와', ..] or ['な', 'ど', ..] or ['（' or '(', ..];

    private static bool AreJoined(ScannedPassage passage, OrganisationHit one, OrganisationHit other)
    {
        var between = passage.Text.AsSpan(one.End, Math.Max(0, other.Start - one.End));
        if (between is " (" or "(" or "（")
        {
            return one.Uses.Count > 0 && other.Uses.Count > 0 && one.Uses[0].Followed.Name == other.Uses[0].Followed.Name;
        }

        return between.Length <= MaxJoint && between.Trim(" ()（）") is "," or "and" or "&" or ", and" or "and the" or "、" or "と" or "や" or "および" or "及び" or "和" or "与" or "與" or "及" or "以及"
            or "와" or "과" or "및" or "·" or "・" or "und" or "et" or "y" or "e" or "or" or "，";
    }
}
