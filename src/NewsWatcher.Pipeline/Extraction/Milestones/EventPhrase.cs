using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Milestones;

/// <summary>What a date is the date of, in a few words of its own clause: "parliament will vote", 帰国.</summary>
internal static class EventPhrase
{
    private const int MaxLength = 60;
    private const int MaxLook = 160;
    private const int MinBefore = 10;
    private const int MinBeforeDense = 2;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create(",;:、，；。()（）「」“”\"\n");
    private static readonly string[] Openers = [.. Words("event-openers.txt").Select(w => $" {w} ")];
    private static readonly string[] Auxiliaries = Words("event-auxiliaries.txt");
    private static readonly string[] Links = Words("event-links.txt");

    public static string Of(ScannedPassage passage, StatedDate date, int from)
    {
        var dense = passage.Passage.IsDense;
        var (first, last) = passage.Passage.Sentences.Bounds(passage.Passage.Sentences.IndexAt(date.Start));
        from = Math.Max(from, date.Start - MaxLook);
        var before = WithoutLink(Before(passage.Text[Math.Clamp(from, first, date.Start)..date.Start]));
        var after = After(passage.Text[date.End..Math.Clamp(last, date.End, date.End + MaxLook)]);
        var phrase = dense ? Joined(before, after) : IsWhole(before) ? before : $"{before} {after}".Trim();
        phrase = Short(phrase, dense).TrimEnd('.', '。', ' ', ',', '–', '-');
        return phrase.Length > 0 || from <= first || date.Start - from >= MaxLook ? phrase : Of(passage, date, first);
    }

    private static bool IsWhole(string before) =>
        before.Length >= MinBefore && !Array.Exists(Auxiliaries, a => before.EndsWith(a, StringComparison.OrdinalIgnoreCase) && (before.Length == a.Length || before[^(a.Length + 1)] == ' '));

    /// <summary>From the last opening of a clause: its mark, a dash, or a word such as "that" and "when".</summary>
    private static string Before(string text)
    {
        var start = text.TrimEnd().AsSpan().LastIndexOfAny(ClauseMarks) + 1;
        foreach (var dash in (string[])[" – ", " — ", " - ", " -- "])
        {
            start = Math.Max(start, text.LastIndexOf(dash, StringComparison.Ordinal) is >= 0 and var at ? at + dash.Length : 0);
        }

        var padded = " " + text;
        foreach (var opener in Openers)
        {
            start = Math.Max(start, padded.LastIndexOf(opener, StringComparison.Ordinal) is >= 0 and var at ? at + opener.Length - 1 : 0);
        }

        return text[Math.Min(start, text.Length)..].Trim(' ', '\u00A0', '–', '—', '-', '・', '/');
    }

    private static string After(string text)
    {
        var end = text.AsSpan().IndexOfAny(ClauseMarks);
        var clause = end < 0 ? text : text[..end];
        foreach (var opener in Openers)
        {
            clause = clause.IndexOf(opener, StringComparison.Ordinal) is > 0 and var at ? clause[..at] : clause;
        }

        return clause.Trim();
    }

    // "will vote on", "could be ready by the": what led to the date goes with it.
    private static string WithoutLink(string before)
    {
        for (var last = ""; last != before;)
        {
            last = before;
            foreach (var link in Links)
            {
                var dense = link[0] >= '\u2E80';
                if (before.Length > 0 && char.ToUpperInvariant(before[^1]) == char.ToUpperInvariant(link[^1]) && before.EndsWith(link, StringComparison.OrdinalIgnoreCase) && (dense || before.Length == link.Length || before[^(link.Length + 1)] == ' '))
                {
                    before = before[..^link.Length].TrimEnd();
                }
            }
        }

        return before;
    }

    // The date stood between them: 工場は | 2028年に | 稼働する.
    private static string Joined(string before, string after)
    {
        var topic = before.TrimEnd('は', 'が', 'を', '은', '는', '이', '가');
        if (topic.Length >= MinBeforeDense && (after is ['を' or 'と' or 'で' or 'だ', ..] || after.Length < MinBeforeDense))
        {
            return topic;
        }

        foreach (var link in Links)
        {
            if (link[0] >= '\u2E80' && after.StartsWith(link, StringComparison.Ordinal) && after.Length > link.Length)
            {
                after = after[link.Length..].TrimStart();
                break;
            }
        }

        return $"{before}{(before.Length > 0 && before[^1] is >= '\uAC00' and <= '\uD7A3' ? " " : "")}{after}";
    }

    private static string Short(string phrase, bool dense)
    {
        if (phrase.Length <= MaxLength)
        {
            return phrase;
        }

        var cut = dense ? MaxLength : phrase.LastIndexOf(' ', MaxLength);
        cut = cut <= 0 ? MaxLength : cut;
        return char.IsHighSurrogate(phrase[cut - 1]) ? phrase[..(cut - 1)] : phrase[..cut];
    }

    private static string[] Words(string file) => [.. LanguageFiles.Lines(file)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(w => w.Length)];
}
