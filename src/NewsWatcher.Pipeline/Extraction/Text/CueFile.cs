using System.Globalization;
using NewsWatcher.Extraction.Milestones;

namespace NewsWatcher.Extraction.Text;

/// <summary>The form of a language's files: sections such as "[role lender after]" or "[stage agreed weak]", one phrase a line, # for comments.</summary>
internal static class CueFile
{
    public static IEnumerable<(Cue Cue, string Phrase)> Cues(string text)
    {
        Cue? cue = null;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (line.StartsWith('['))
            {
                cue = Section(line.Trim('[', ']'));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                yield return (cue ?? throw new InvalidOperationException($"No section stands before: {line}"), line);
            }
        }
    }

    private static Cue Section(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = Enum.Parse<CueKind>(words[0], ignoreCase: true);
        var (value, side, weak) = (-1, CueSide.Any, false);
        foreach (var word in words.Skip(1))
        {
            if (word == "weak")
            {
                weak = true;
            }
            else if (!char.IsAsciiDigit(word[^1]) && Enum.TryParse<CueSide>(word, ignoreCase: true, out var stated))
            {
                side = stated;
            }
            else
            {
                value = Value(kind, word);
            }
        }

        return new(kind, value, side, weak);
    }

    private static int Value(CueKind kind, string word) => kind switch
    {
        CueKind.Stage => (int)Enum.Parse<Stage>(word, ignoreCase: true),
        CueKind.Role or CueKind.Organisation => (int)Enum.Parse<PartyRole>(word, ignoreCase: true),
        CueKind.Strength => (int)Enum.Parse<PartyStrength>(word, ignoreCase: true),
        CueKind.Source => (int)Enum.Parse<SourceGrade>(word, ignoreCase: true),
        CueKind.Outcome => (int)Enum.Parse<MilestoneOutcome>(word, ignoreCase: true),
        CueKind.Date => (int)Enum.Parse<DateWord>(word, ignoreCase: true),
        _ => int.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
    };
}
