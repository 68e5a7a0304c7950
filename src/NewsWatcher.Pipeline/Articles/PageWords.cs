using System.Collections.Frozen;
using System.Reflection;

namespace NewsWatcher.Articles;

/// <summary>The word lists of this stage: one file a language below Languages/, sections in brackets, one phrase a line, folded.</summary>
/// <remarks>All languages are asked together: pages mix them, and the language of a page is only a guess.</remarks>
internal static class PageWords
{
    private static readonly FrozenDictionary<string, string[]> Sections = Load();
    private static readonly FrozenDictionary<string, FrozenSet<string>> Sets =
        Sections.ToFrozenDictionary(s => s.Key, s => s.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static IReadOnlyList<string> Phrases(string section) => Sections.GetValueOrDefault(section, []);

    public static FrozenSet<string> Set(string section) => Sets.GetValueOrDefault(section, []);

    public static bool ContainsAny(string section, string folded) => Array.Exists(Sections[section], p => FoldedText.HasPhrase(folded, p));

    public static bool StartsWithAny(string section, string folded) => Array.Exists(Sections[section], p => FoldedText.StartsWithPhrase(folded, p));

    /// <summary>The line begins with a phrase and then a colon or the like: "Photo: …", "Read more | …".</summary>
    public static bool LabelsWithAny(string section, string folded) => Array.Exists(Sections[section], p =>
        FoldedText.StartsWithPhrase(folded, p) && folded.AsSpan(p.Length).TrimStart() is var rest && (rest.Length == 0 || rest[0] is ':' or '|' or '=' or '/' or '>' or '»' or '→' or '©'));

    /// <summary>Sections of one language only, such as its function words.</summary>
    public static IEnumerable<(string Language, string[] Phrases)> ByLanguage(string section) =>
        Files().Select(f => (f.Language, f.Phrases.Where(p => p.Section == section).Select(p => p.Phrase).ToArray()));

    private static FrozenDictionary<string, string[]> Load() => Files()
        .SelectMany(f => f.Phrases)
        .GroupBy(p => p.Section, p => p.Phrase, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<(string Language, List<(string Section, string Phrase)> Phrases)> Files()
    {
        var home = Assembly.GetExecutingAssembly();
        foreach (var name in home.GetManifestResourceNames().Where(n => n.StartsWith("Articles/Languages/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(name)!); // the name came from the list of resources
            var section = "";
            var phrases = new List<(string, string)>();
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith('['))
                {
                    section = line.Trim('[', ']', ' ');
                }
                else if (line.Trim() is { Length: > 0 } phrase && phrase[0] != '#')
                {
                    phrases.Add((section, FoldedText.Of(phrase)));
                }
            }

            yield return (name.Split('/')[2], phrases);
        }
    }
}
