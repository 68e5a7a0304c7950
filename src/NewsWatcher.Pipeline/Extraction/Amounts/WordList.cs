using System.Collections.Concurrent;
using System.Text;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>One file of words: sections in brackets, each line "key: phrase; phrase" or only phrases. "#" begins a comment.</summary>
internal sealed class WordList
{
    private static readonly WordList Empty = new("");

    private static readonly ConcurrentDictionary<(string Language, string File), WordList> Read = new();

    private readonly ILookup<string, (string Key, string Phrase)> _sections;

    /// <param name="text">Phrases are kept raw here and folded by <see cref="Entries"/>.</param>
    private WordList(string text)
    {
        var section = "";
        var all = new List<(string Section, string Key, string Phrase)>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
                continue;
            }

            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var key = colon < 0 ? "" : line[..colon];
            all.AddRange(line[(colon < 0 ? 0 : colon + 2)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (section, key, p)));
        }

        _sections = all.ToLookup(e => e.Section, e => (e.Key, e.Phrase), StringComparer.Ordinal);
    }

    public static WordList Of(string language, string file) =>
        Read.GetOrAdd((language, file), static k => LanguageFiles.Text(k.Language, k.File) is { } text ? new(text) : Empty);

    /// <summary>The folded phrases of a section, each with the key of its line.</summary>
    public IEnumerable<(string Key, string Phrase)> Entries(string section) => _sections[section].SelectMany(e => Spellings(e.Phrase).Select(s => (e.Key, s)));

    public IEnumerable<string> Phrases(string section) => Entries(section).Select(e => e.Phrase);

    // An accent or a voicing mark may also stand as a character of its own.
    private static IEnumerable<string> Spellings(string phrase)
    {
        yield return Folding.Fold(phrase);
        var decomposed = phrase.Normalize(NormalizationForm.FormD);
        if (decomposed.Any(c => c is >= '\u0300' and <= '\u036F' or '\u3099' or '\u309A'))
        {
            yield return Folding.Fold(decomposed);
        }
    }
}
