using System.Collections.Frozen;
using System.Reflection;
using NewsWatcher.Articles;

namespace NewsWatcher.Deals;

/// <summary>The word lists of this stage: one file a language below Languages/, sections in brackets, one phrase a line, folded. All languages are asked together.</summary>
internal static class DealWords
{
    private static readonly FrozenDictionary<string, string[]> Sections = Load();
    private static readonly FrozenDictionary<string, FrozenSet<string>> Sets =
        Sections.ToFrozenDictionary(s => s.Key, s => s.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static IReadOnlyList<string> Phrases(string section) => Sections.GetValueOrDefault(section, []);

    public static FrozenSet<string> Set(string section) => Sets.GetValueOrDefault(section, []);

    public static bool ContainsAny(string section, string folded) => Phrases(section).Any(p => FoldedText.HasPhrase(folded, p));

    private static FrozenDictionary<string, string[]> Load()
    {
        var home = Assembly.GetExecutingAssembly();
        var phrases = new List<(string Section, string Phrase)>();
        foreach (var name in home.GetManifestResourceNames().Where(n => n.StartsWith("Deals/Languages/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(name)!); // the name came from the list of resources
            var section = "";
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
        }

        return phrases.GroupBy(p => p.Section, p => p.Phrase, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
