using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Watching.Search;

/// <summary>What to ask a news search for a deal: its names in quotes, any of them, or its parties together with one of its keywords. One query a language.</summary>
/// <param name="Language">Of the names: told by their script; those in Latin letters are taken for English.</param>
public sealed record DealQuery(string Language, string Text)
{
    // Search services take about so much; what does not fit is left out from the end.
    private const int MaxChars = 256;
    private const int MaxWords = 30;
    private const int MaxNameChars = 60;
    private const int MostLanguages = 4;
    private const int MostKeywords = 3;
    private const int MostParties = 2;
    private const string Latin = "en";

    /// <summary>The deal's own language first; empty when nothing in it can be asked for.</summary>
    public static IReadOnlyList<DealQuery> Of(FollowedDeal deal)
    {
        var root = deal.Root;
        var hasKana = root.Aliases.Append(root.Name).Any(n => Script(n) == "ja");
        string LanguageOf(string text) => Script(text) is var script && script == "zh" && hasKana ? "ja" : script;

        return [.. root.Aliases.Prepend(root.Name).Select(LanguageOf).Distinct(StringComparer.Ordinal).Take(MostLanguages)
            .Select(language => new DealQuery(language, Asked(deal, language, LanguageOf))).Where(q => q.Text.Length > 0)];
    }

    private static string Asked(FollowedDeal deal, string language, Func<string, string> languageOf)
    {
        var root = deal.Root;
        var names = root.Aliases.Prepend(root.Name).Where(n => languageOf(n) == language).Select(Quoted).OfType<string>();
        var parties = root.Parties.Select(p => p.Aliases.Prepend(p.Name).FirstOrDefault(n => languageOf(n) == language)).OfType<string>().Select(Quoted).OfType<string>().Take(MostParties).ToList();
        var keywords = root.Keywords.Where(k => languageOf(k) == language).Select(Quoted).OfType<string>().Take(MostKeywords).ToList();
        var together = parties.Count == 0 || (parties.Count == 1 && keywords.Count == 0) ? []
            : parties.Concat(keywords.Count == 0 ? [] : [keywords.Count == 1 ? keywords[0] : $"({string.Join(" OR ", keywords)})"]).ToArray();
        return Fitting(names, together.Length == 0 ? null : $"({string.Join(' ', together)})");
    }

    // The parties' clause has its place before the last of the names.
    private static string Fitting(IEnumerable<string> names, string? together)
    {
        var (clauses, chars, words) = (new List<string>(), together?.Length ?? 0, Words(together));
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (chars + name.Length + 4 <= MaxChars && words + Words(name) <= MaxWords)
            {
                clauses.Add(name);
                (chars, words) = (chars + name.Length + 4, words + Words(name) + 1);
            }
        }

        return string.Join(" OR ", together is null || together.Length > MaxChars ? clauses : clauses.Append(together));
    }

    private static int Words(string? text) => text is null ? 0 : text.Count(c => c == ' ') + 1;

    // Quotes and the signs that mean something to a search do not get into one.
    private static string? Quoted(string name)
    {
        var plain = string.Join(' ', string.Concat(name.Select(c => c is '"' or '“' or '”' or '(' or ')' or '\\' || char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length is 0 or > MaxNameChars ? null : $"\"{plain}\"";
    }

    private static string Script(string text) => LanguageGuess.OfText(text) ?? Latin;
}
