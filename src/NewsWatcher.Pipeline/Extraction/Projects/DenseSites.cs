using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Projects;

/// <summary>What may be the name of a site in Japanese, Chinese and Korean: a foreign name in katakana or Hangul, or what stands directly before a facility.</summary>
internal static class DenseSites
{
    private const int MaxName = 12;

    public static List<(int Start, int End)> Names(ScannedPassage passage) => passage.Passage.Language switch
    {
        "ja" => [.. DenseNames.Katakana(passage)],
        "ko" => Before(passage, IsHangulName, words: 2),
        _ => Before(passage, IsHan, words: 1),
    };

    /// <summary>The letters before each facility, back to where a name may begin.</summary>
    private static List<(int Start, int End)> Before(ScannedPassage passage, Func<char, bool> isLetter, int words)
    {
        var names = new List<(int, int)>();
        foreach (var cue in passage.Cues.Where(c => c.Cue is { Kind: CueKind.Facility, Weak: false }))
        {
            var text = passage.Text;
            var end = cue.Start > 0 && text[cue.Start - 1] is ' ' or '的' ? cue.Start - 1 : cue.Start;
            var (start, left) = (end, words);
            while (start > 0 && end - start < MaxName && !Begins(passage, start, cue.Sentence))
            {
                if (text[start - 1] == ' ' && --left > 0 && start > 1 && isLetter(text[start - 2]) && !EndsWithParticle(text[start - 2]))
                {
                    start--;
                }
                else if (isLetter(text[start - 1]))
                {
                    start--;
                }
                else
                {
                    break;
                }
            }

            if (end - start >= 3 && Begins(passage, start, cue.Sentence) && !IsGeneric(passage, start, end, cue.Sentence))
            {
                names.Add((start, end));
            }
        }

        return names;
    }

    // 核电与天然气项目: what is burnt there is no name.
    private static bool IsGeneric(ScannedPassage passage, int start, int end, int sentence)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Start == start && cue.End == end && cue.Cue.Kind is CueKind.Organisation or CueKind.Common)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ScannedPassage passage, int at, int sentence)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.End == at && cue.Cue.Kind == CueKind.NameStart)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithParticle(char c) => c is '의' or '은' or '는' or '을' or '를' or '에' or '와' or '과' or '로' or '서' or '인' or '한' or '할';

    private static bool IsHangulName(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '·';
}
