using System.Collections.Frozen;
using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>Which language a page is in: what it says, unless its letters say otherwise.</summary>
internal static class LanguageGuess
{
    private const int Sample = 4000;

    private static readonly List<(string Language, FrozenSet<string> Words)> FunctionWords =
        [.. PageWords.ByLanguage("function-words").Where(l => l.Phrases.Length > 0)
            .Select(l => (l.Language, l.Phrases.SelectMany(p => p.Split(' ')).ToFrozenSet(StringComparer.Ordinal)))];

    public static string? Of(HtmlPage page, PageMetadata metadata, StructuredData data, string text)
    {
        var stated = Primary(page.Root["lang"] ?? page.Root["xml:lang"]) ?? Primary(metadata.Meta("content-language", "language", "dc.language"))
            ?? Primary(data.StoryText("inLanguage")) ?? Primary(metadata.Meta("og:locale")) ?? Primary(page.Body["lang"]);
        var sample = text.Length > Sample ? text[..Sample] : text;
        var script = OfScript(sample);
        return script switch
        {
            null => OfWords(sample, stated) ?? stated,
            ['*', .. var family] => stated is not null && Families[family].Contains(stated) ? stated : Families[family][0],
            _ => script,
        };
    }

    /// <summary>The language of a text that says nothing of itself; null when it cannot be told.</summary>
    public static string? OfText(string text)
    {
        var sample = text.Length > Sample ? text[..Sample] : text;
        return OfScript(sample) switch
        {
            null => OfWords(sample, stated: null),
            ['*', .. var family] => Families[family][0],
            var script => script,
        };
    }

    private static readonly Dictionary<string, string[]> Families = new(StringComparer.Ordinal)
    {
        ["cyrillic"] = ["ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg"],
        ["arabic"] = ["ar", "fa", "ur", "ps", "ug", "ckb"],
        ["devanagari"] = ["hi", "mr", "ne", "sa"],
        ["han"] = ["zh", "ja", "yue"],
    };

    /// <summary>A language that its script gives away, "*family" for several that share one, null for Latin.</summary>
    private static string? OfScript(string text)
    {
        int kana = 0, hangul = 0, han = 0, cyrillic = 0, ukrainian = 0, arabic = 0, devanagari = 0, greek = 0, hebrew = 0, thai = 0, latin = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '\u3041' and <= '\u30FA': kana++; break;
                case >= '\uAC00' and <= '\uD7A3': hangul++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case 'і' or 'ї' or 'є' or 'ґ': ukrainian++; cyrillic++; break;
                case >= '\u0400' and <= '\u04FF': cyrillic++; break;
                case >= '\u0600' and <= '\u06FF': arabic++; break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
                default: latin += char.IsLetter(c) ? 1 : 0; break;
            }
        }

        // A character of a dense script carries about three letters.
        var candidates = new (int Count, string Name)[]
        {
            (latin, ""), (kana * 20 > han ? 3 * (kana + han) : 0, "ja"), (3 * hangul, "ko"), (3 * han, "*han"), (cyrillic, ukrainian * 50 > cyrillic ? "uk" : "*cyrillic"),
            (arabic, "*arabic"), (devanagari, "*devanagari"), (greek, "el"), (hebrew, "he"), (thai, "th"),
        };
        var (count, name) = candidates.MaxBy(c => c.Count);
        return count == 0 || name.Length == 0 ? null : name;
    }

    // A template's lang="en" on a page in another language is common; the small words of a language cannot be mistaken.
    private static string? OfWords(string text, string? stated)
    {
        var words = FoldedText.Of(text).Split(' ').Select(w => w.Trim('.', ',', '"', '(', ')', ':', ';')).ToList();
        if (words.Count < 30)
        {
            return null;
        }

        var counts = FunctionWords.Select(l => (l.Language, Count: words.Count(l.Words.Contains))).OrderByDescending(l => l.Count).ToList();
        var own = counts.Find(l => l.Language == stated).Count;
        return counts.Count > 0 && counts[0].Count > words.Count / 8 && counts[0].Count > 2 * own ? counts[0].Language : null;
    }

    /// <summary>"en-GB" → "en"; null for what is no tag.</summary>
    public static string? Primary(string? tag)
    {
        var primary = tag?.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return primary switch
        {
            "jp" => "ja",
            "cn" => "zh",
            "kr" => "ko",
            "ua" => "uk",
            { Length: 2 or 3 } when primary.All(char.IsAsciiLetter) => primary,
            "english" => "en",
            _ => null,
        };
    }
}
