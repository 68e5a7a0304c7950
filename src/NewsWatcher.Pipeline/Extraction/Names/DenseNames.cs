using NewsWatcher.Configuration;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>Names of organisations in Japanese, Chinese and Korean, where no capitals mark them: a run of katakana, or what stands before a word such as 銀行.</summary>
internal static class DenseNames
{
    private const int MaxLength = 14;

    public static List<OrganisationHit> Find(ScannedPassage passage)
    {
        var ends = new CueEnds(passage);
        var found = new List<OrganisationHit>();
        foreach (var cue in passage.Cues)
        {
            if (cue.Cue.Kind == CueKind.Organisation && Named(passage, ends, cue) is { } hit)
            {
                Add(found, hit);
            }
        }

        AddKatakana(passage, ends, found);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // The longest name wins: of 東洋銀行 and 銀行ホールディングス the one that holds the other. The found ones stand in the order of the text and never overlap.
    private static void Add(List<OrganisationHit> found, OrganisationHit hit)
    {
        var at = found.Count;
        var isFree = true;
        while (at > 0 && found[at - 1].End > hit.Start)
        {
            Steps.Count();
            var other = found[--at];
            if (other.Start == hit.Start && other.End == hit.End && hit.Kind is null)
            {
                // 港湾公社 says more of the same name than 公社.
                isFree = false;
            }
            else if (other.Start >= hit.Start && other.End <= hit.End)
            {
                found.RemoveAt(at);
            }
            else if (other.Start < hit.End)
            {
                isFree = false;
            }
        }

        if (isFree)
        {
            found.Insert(at, hit);
        }
    }

    private static OrganisationHit? Named(ScannedPassage passage, CueEnds ends, CueHit cue)
    {
        var text = passage.Text;
        var end = cue.End;
        var start = IsHangul(text[end - 1]) ? HangulStart(passage, cue) : DenseStart(passage, ends, cue);
        var role = cue.Cue.Value >= 0 ? (PartyRole?)cue.Cue.Value : null;
        // 总投资 is the whole investment, and 在德布勒森投资 invests there.
        var isVerb = cue.End - cue.Start == 2 && start > 0 && text[start - 1] is '在' or '于' or '於';
        return cue.Start - start < (IsHan(text[cue.Start]) && IsHan(text[start]) ? 2 : 1) || isVerb || ends.IsDescription(start, cue) || end - start > MaxLength + 8 ? null : new(start, end, cue.Sentence, [], role, IsPlain: false);
    }

    private static int DenseStart(ScannedPassage passage, CueEnds ends, CueHit cue)
    {
        var text = passage.Text;
        var start = cue.Start;
        while (start > 0 && cue.Start - start < MaxLength && IsNameLetter(text[start - 1]) && !ends.BeginName(start, cue.Sentence) && !IsDay(text, start))
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

        return IsKatakana(text[start]) ? CountryStart(text, start) : start;
    }

    // 2日 begins no name, 日本 does.
    private static bool IsDay(string text, int end) => text[end - 1] is '日' or '月' or '号' && end > 1 && char.IsAsciiDigit(text[end - 2]);

    // 日本エネルギー資源機構: a country's name, and nothing more, belongs to it.
    private static int CountryStart(string text, int start)
    {
        const int Longest = 3;
        var from = start;
        while (from > 0 && start - from <= Longest && IsHan(text[from - 1]))
        {
            from--;
        }

        return start - from is > 1 and <= Longest && Countries.Named(text[from..start]) is not null ? from : start;
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

    private static void AddKatakana(ScannedPassage passage, CueEnds ends, List<OrganisationHit> found)
    {
        var (known, next) = (found.Count, 0);
        foreach (var (start, end) in Katakana(passage, ends))
        {
            while (next < known && found[next].End <= start)
            {
                next++;
            }

            if (next == known || found[next].Start >= end)
            {
                found.Add(new(start, end, passage.Passage.Sentences.IndexAt(start), [], null, IsPlain: true));
            }
        }
    }

    /// <summary>Runs of katakana that may be a foreign name: no everyday word, no region.</summary>
    public static IEnumerable<(int Start, int End)> Katakana(ScannedPassage passage) => Katakana(passage, new(passage));

    private static IEnumerable<(int Start, int End)> Katakana(ScannedPassage passage, CueEnds ends)
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
            if (end - start >= 4 && !isRegion && !ends.AreCommon(start, end, passage.Passage.Sentences.IndexAt(start)))
            {
                yield return (start, end);
            }

            i = end;
        }
    }

    private static bool IsNameLetter(char c) => IsHan(c) || IsKatakana(c) || char.IsAsciiLetterOrDigit(c) || c is '&' or (>= 'Ａ' and <= 'Ｚ');

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '々';

    private static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or '\u30FC' or '\u30FB';

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
