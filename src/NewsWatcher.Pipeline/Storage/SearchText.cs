using System.Globalization;
using System.Text;
using NewsWatcher.Configuration;

namespace NewsWatcher.Storage;

/// <summary>Text as the full-text index sees it: runs of Chinese, Japanese and Korean as overlapping pairs, everything else as words.</summary>
public static class SearchText
{
    public static string Indexed(string text)
    {
        var indexed = new StringBuilder(text.Length + (text.Length / 2));
        var folded = WellFormed.Of(text).Normalize(NormalizationForm.FormKC);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!IsCjk(folded[i]))
            {
                indexed.Append(folded[i]);
                continue;
            }

            indexed.Append(' ').Append(folded[i]);
            if (i + 1 < folded.Length && IsCjk(folded[i + 1]))
            {
                indexed.Append(folded[i + 1]);
            }

            indexed.Append(' ');
        }

        return indexed.ToString();
    }

    /// <summary>A query in FTS5's syntax: words, "phrases", OR, -not. Null when nothing in it can be searched. At most 16 terms of 256 characters in all.</summary>
    public static string? Query(string text)
    {
        var query = new StringBuilder();
        var isOr = false;
        foreach (var term in Terms(text.Length > 256 ? text[..256] : text).Take(16))
        {
            if (term is "OR")
            {
                isOr = query.Length > 0;
                continue;
            }

            var isNot = term is ['-', _, ..];
            if (Match(isNot ? term[1..] : term) is not { } match || (isNot && query.Length == 0))
            {
                continue;
            }

            query.Append(query.Length == 0 ? "" : isNot ? " NOT " : isOr ? " OR " : " AND ").Append(match);
            isOr = false;
        }

        return query.Length == 0 ? null : query.ToString();
    }

    private static IEnumerable<string> Terms(string text)
    {
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || text[i] == '"' || (!isQuoted && char.IsWhiteSpace(text[i]));
            if (!isEnd)
            {
                continue;
            }

            if (i > start)
            {
                yield return text[start..i];
            }

            start = i + 1;
            isQuoted ^= i < text.Length && text[i] == '"';
        }
    }

    // One character of CJK is the beginning of a pair; longer runs are phrases of pairs, without the single last character.
    private static string? Match(string term)
    {
        var words = Indexed(term).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => new string([.. w.Where(c => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || !char.IsAscii(c))]))
            .Where(w => w.Length > 0)
            .ToList();
        if (words.Count == 0)
        {
            return null;
        }

        if (words is [[var only]] && IsCjk(only))
        {
            return $"\"{only}\" *";
        }

        if (words.Count > 1 && words[^1] is [var last] && IsCjk(last))
        {
            words.RemoveAt(words.Count - 1);
        }

        return $"\"{string.Join(' ', words)}\"";
    }

    private static bool IsCjk(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff') or '々';
}
