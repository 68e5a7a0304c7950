using System.Collections.Frozen;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>Runs of capitalised words in scripts that have capitals.</summary>
internal static class LatinNames
{
    private const int MaxWords = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints = Words("name-joints.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Common = Words("common-words.txt");

    public static List<OrganisationHit> Find(ScannedPassage passage)
    {
        var found = new List<OrganisationHit>();
        if (IsTitleCase(passage.Passage))
        {
            return found;
        }

        var text = passage.Text;
        for (var i = 0; i < text.Length;)
        {
            var end = WordEnd(text, i);
            if (end == i || !char.IsUpper(text[i]))
            {
                i = Math.Max(end, i + 1);
                continue;
            }

            var runEnd = RunEnd(text, end);
            if (Hit(passage, i, runEnd) is { } hit)
            {
                found.Add(hit);
            }

            i = runEnd;
        }

        return found;
    }

    /// <summary>Headlines With Every Word Like This say nothing by their capitals.</summary>
    public static bool IsTitleCase(Passage passage)
    {
        if (!passage.InTitle)
        {
            return false;
        }

        var (upper, words) = (0, 0);
        foreach (var range in passage.Text.AsSpan().Split(' '))
        {
            var word = passage.Text.AsSpan(range);
            if (word.Length > 3 && char.IsLetter(word[0]))
            {
                words++;
                upper += char.IsUpper(word[0]) ? 1 : 0;
            }
        }

        return upper * 4 > words * 3;
    }

    private static OrganisationHit? Hit(ScannedPassage passage, int start, int end)
    {
        var text = passage.Text;
        var (sentence, first) = (passage.Passage.Sentences.IndexAt(start), start);
        while (first < end && WordEnd(text, first) is var wordEnd && Common.Contains(text.AsSpan(first, wordEnd - first)))
        {
            first = Math.Min(end, wordEnd + 1);
        }

        while (first < end && (Joints.Contains(text.AsSpan(first, WordEnd(text, first) - first)) || text[first] is ' ' or '&'))
        {
            first = Math.Min(end, Math.Max(first, WordEnd(text, first)) + 1);
        }

        if (end - first < 2 || IsTicker(text, start, end) || (first == start && IsDateline(text, start, end)))
        {
            return null;
        }

        var (has, kind) = OrganisationScanner.KindOf(passage, first, end);
        var opening = passage.Passage.Sentences.Bounds(sentence).Start;
        var opens = first == opening || (first == opening + 1 && !char.IsLetterOrDigit(text[opening]));
        var oneWord = text.AsSpan(first, end - first).IndexOf(' ') < 0;
        // "Builders", "Commission": the word for what somebody is, alone, is no name.
        has &= !oneWord;
        var isDoubtful = opens && oneWord && !IsAcronym(text.AsSpan(first, end - first)) && !IsToldOf(passage, sentence, first, end);
        return isDoubtful ? null : new(first, end, sentence, [], kind, !has);
    }

    // "Strabau is the main contractor": a role right behind it, or the same word within a sentence, shows that a word at a beginning is a name.
    private static bool IsToldOf(ScannedPassage passage, int sentence, int start, int end)
    {
        const int Near = 8;
        var name = passage.Text.AsSpan(start, end - start);
        if (name[^1] == 's')
        {
            return false;
        }

        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue is { Kind: CueKind.Role, Weak: false, Side: CueSide.After } && cue.Start >= end && cue.Start - end <= Near)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDateline(string text, int start, int end) =>
        (start == 0 || text[start - 1] is '\n' or '/') && text.AsSpan(start, end - start).IndexOfAnyInRange('a', 'z') < 0 && text.AsSpan(end).TrimStart() is ['—' or '–' or '-' or ',' or '(' or '/', ..];

    // "(NYSE: ABC)"
    private static bool IsTicker(string text, int start, int end) =>
        (start > 0 && text[start - 1] == '(' && end < text.Length && text[end] == ':') || (text.AsSpan(end).StartsWith(')') && text.AsSpan(0, start).TrimEnd().EndsWith(':'));

    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length is > 2 and < 7 && word.IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>The end of a run of capitalised words, "of" and "&amp;" between them, and a company's form after a comma.</summary>
    private static int RunEnd(string text, int end)
    {
        for (var words = 1; words < MaxWords && end + 1 < text.Length; words++)
        {
            if (FormAfterComma(text, end) is > 0 and var form)
            {
                return form;
            }

            if (text[end] is not (' ' or '\u00A0'))
            {
                break;
            }

            var next = end + 1;
            var nextEnd = WordEnd(text, next);
            if (text[next] == '&' || (nextEnd > next && Joints.Contains(text.AsSpan(next, nextEnd - next))))
            {
                next = Math.Max(nextEnd, next + 1) + 1;
                nextEnd = next < text.Length ? WordEnd(text, next) : next;
            }

            if (next >= text.Length || nextEnd <= next || !(char.IsUpper(text[next]) || (char.IsDigit(text[next]) && words > 1)))
            {
                break;
            }

            end = nextEnd;
        }

        return end;
    }

    private static int FormAfterComma(string text, int end)
    {
        var at = text[end] == '.' && end + 1 < text.Length && text[end + 1] == ',' ? end + 1 : end;
        if (text[at] != ',' || at + 2 >= text.Length || text[at + 1] != ' ')
        {
            return 0;
        }

        var wordEnd = WordEnd(text, at + 2);
        return text.AsSpan(at + 2, wordEnd - at - 2) is "Ltd" or "Inc" or "LLC" or "Limited" or "Corp" ? wordEnd : 0;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (at + 1 < text.Length && text[at] is '-' or '.' or '&' && at > 0 && char.IsLetterOrDigit(text[at - 1]) && at + 1 < text.Length && char.IsUpper(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string file) => LanguageFiles.Lines(file)
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
