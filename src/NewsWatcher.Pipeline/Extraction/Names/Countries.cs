using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>What countries and their governments are called in the languages read.</summary>
internal static class Countries
{
    private static readonly List<Country> All = [.. LanguageFiles.Lines("all", "countries.txt")
        .Where(l => l[0] != '#')
        .Select(Read)];

    private static readonly Dictionary<string, Country> ByName = All
        .SelectMany(c => c.Names.Select(n => (Name: FoldedPassage.Fold(n), Country: c)))
        .DistinctBy(n => n.Name)
        .ToDictionary(n => n.Name, n => n.Country, StringComparer.Ordinal);

    private static readonly Dictionary<char, Country> ByLetter = All
        .SelectMany(c => c.Letters.Select(l => (Letter: l, Country: c)))
        .DistinctBy(l => l.Letter)
        .ToDictionary(l => l.Letter, l => l.Country);

    /// <summary>The country that a name means; null for another name.</summary>
    public static Country? Named(string name) => ByName.GetValueOrDefault(FoldedPassage.Fold(name));

    /// <summary>Every name of a country, folded.</summary>
    public static IEnumerable<string> FoldedNames => ByName.Keys;

    /// <summary>The country that a letter means in words such as 日米 or 한미.</summary>
    public static Country? OfLetter(char letter) => ByLetter.GetValueOrDefault(letter);

    private static Country Read(string line)
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        string[] List(int field) => field < fields.Length ? fields[field].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        return new(List(0), List(1), string.Concat(List(2)));
    }
}
