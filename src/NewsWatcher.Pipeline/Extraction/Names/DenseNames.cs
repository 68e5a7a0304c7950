using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>Names of organisations in Japanese, Chinese and Korean, where no capitals mark them: a run of katakana, or what stands before a word such as 銀行.</summary>
internal static class DenseNames
{
    private const int MaxLength = 14;

    public static List<OrganisationHit> Find(ScannedPassage passage)
    {
        var found = new List<OrganisationHit>();
        foreach (var cue in passage.Cues)
        {
            if (cue.Cue.Kind == CueKind.Organisation && Named(passage, cue) is { } hit)
            {
                Add(found, hit);
            }
        }

        AddKatakana(passage, found);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void Add(List<OrganisationHit> found, OrganisationHit hit)
    {
        // The longest name wins: of 東洋銀行 and 銀行ホールディングス the one that holds the other.
        found.RemoveAll(f => f.Start >= hit.Start && f.End <= hit.End);
        if (!found.Exists(f => f.Start < hit.End && hit.Start < f.End))
        {
            found.Add(hit);
        }
    }

    private static OrganisationHit? Named(ScannedPassage passage, CueHit cue)
    {
        var text = passage.Text;
        var end = cue.End;
        var start = IsHangul(text[end - 1]) ? HangulStart(passage, cue) : DenseStart(passage, cue);
        var role = cue.Cue.Value >= 0 ? (PartyRole?)cue.Cue.Value : null;
        // 总投资 is the whole investment, and 在德布勒森投资 invests there.
        var isVerb = cue.End - cue.Start == 2 && start > 0 && text[start - 1] is '在' or '于' or '於';
        return cue.Start - start < (IsHan(text[cue.Start]) && IsHan(text[start]) ? 2 : 1) || isVerb || IsDescription(passage, start, cue) || end - start > MaxLength + 8 ? null : new(start, end, cue.Sentence, [], role, IsPlain: false);
    }

    /// <summary>投資ファンド or 建設会社 says what somebody is, not who.</summary>
    private static bool IsDescription(ScannedPassage passage, int start, CueHit suffix)
    {
        foreach (var cue in passage.CuesOf(suffix.Sentence))
        {
            // 天然气接收站 is a terminal for gas, no company of it.
            if (cue.Cue.Kind == CueKind.Facility && cue.Start == suffix.End)
            {
                return true;
            }

            if (cue.Start <= start && ((cue.Cue.Kind == CueKind.Organisation && cue.End >= suffix.End) || (cue.Cue.Kind is CueKind.Common or CueKind.Facility && cue.End == suffix.Start)))
            {
                return true;
            }
        }

        return false;
    }

    private static int DenseStart(ScannedPassage passage, CueHit cue)
    {
        var text = passage.Text;
        var start = cue.Start;
        while (start > 0 && cue.Start - start < MaxLength && IsNameLetter(text[start - 1]) && !StartsHere(passage, start, cue))
        {
            // 旭川キャピタル and ケスラー港湾公社 change script once; 機械大手ノースパワー begins at the katakana.
            if (start < cue.Start && IsHan(text[start - 1]) && IsKatakana(text[start]))
            {
                break;
            }

            start--;
        }

        while (start < cue.Start && text[start] is '・' or '-' or '&')
        {
            start++;
        }

        return start;
    }

    private static bool StartsHere(ScannedPassage passage, int start, CueHit cue)
    {
        foreach (var other in passage.CuesOf(cue.Sentence))
        {
            if (other.End == start && other.Cue.Kind is CueKind.NameStart or CueKind.Role && (other.Cue.Kind == CueKind.NameStart || other.Cue.Side == CueSide.Before))
            {
                return true;
            }
        }

        return false;
    }

    private static int HangulStart(ScannedPassage passage, CueHit cue)
    {
        var text = passage.Text;
        var start = cue.Start;
        while (start > 0 && cue.Start - start < MaxLength && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '&'))
        {
            start--;
        }

        // "동양 해외금융은행": a suffix that is a word of its own takes the word before it.
        if (start == cue.Start && start > 1 && text[start - 1] == ' ' && IsHangul(text[start - 2]))
        {
            start--;
            while (start > 0 && cue.Start - start < MaxLength && char.IsLetterOrDigit(text[start - 1]))
            {
                start--;
            }
        }

        return start;
    }

    private static void AddKatakana(ScannedPassage passage, List<OrganisationHit> found)
    {
        foreach (var (start, end) in Katakana(passage))
        {
            if (!found.Exists(f => f.Start < end && start < f.End))
            {
                found.Add(new(start, end, passage.Passage.Sentences.IndexAt(start), [], null, IsPlain: true));
            }
        }
    }

    /// <summary>Runs of katakana that may be a foreign name: no everyday word, no region.</summary>
    public static IEnumerable<(int Start, int End)> Katakana(ScannedPassage passage)
    {
        var text = passage.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsKatakana(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && IsKatakana(text[end]))
            {
                end++;
            }

            var start = text[i] == '・' ? i + 1 : i;
            var isRegion = end < text.Length && text[end] is '州' or '省' or '県' or '市' or '郡' or '島' or '氏';
            if (end - start >= 4 && !isRegion && !IsCommon(passage, start, end, passage.Passage.Sentences.IndexAt(start)))
            {
                yield return (start, end);
            }

            i = end;
        }
    }

    private static bool IsCommon(ScannedPassage passage, int start, int end, int sentence)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue.Kind is CueKind.Common or CueKind.Facility && cue.End == end && cue.Start >= start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameLetter(char c) => IsHan(c) || IsKatakana(c) || char.IsAsciiLetterOrDigit(c) || c is '&' or (>= 'Ａ' and <= 'Ｚ');

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '々';

    private static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or '\u30FC' or '\u30FB';

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
