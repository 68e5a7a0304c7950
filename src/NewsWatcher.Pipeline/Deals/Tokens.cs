using System.Text;

namespace NewsWatcher.Deals;

/// <summary>The words of a text, whatever its script: runs of letters and digits in lower case; ideographs and kana one by one.</summary>
internal static class Tokens
{
    private const int MaxLength = 40_000;

    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Normal(text))
        {
            if (IsUnspaced(c))
            {
                End(tokens, word);
                tokens.Add(c.ToString());
            }
            else if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (c is not ('\'' or '\u2019' or '.' or ',') || word.Length == 0 || !char.IsDigit(word[^1]) || c is '\'' or '\u2019')
            {
                End(tokens, word);
            }
        }

        End(tokens, word);
        return tokens;
    }

    /// <summary>Terms to compare topics by: stemmed words without function words, and pairs of ideographs.</summary>
    public static IEnumerable<string> Terms(string text)
    {
        string? before = null;
        foreach (var token in Of(text))
        {
            if (token.Length == 1 && IsUnspaced(token[0]))
            {
                if (before is not null)
                {
                    yield return before + token;
                }

                before = token;
                continue;
            }

            before = null;
            if (token.Length > 1 && !DealWords.Set("stop").Contains(token))
            {
                yield return Stem(token);
            }
        }
    }

    /// <summary>A number for a term: two terms of one number are not to be expected.</summary>
    public static ulong Hash(ReadOnlySpan<char> term)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in term)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }

    public static bool IsUnspaced(char c) => c is >= '\u3041' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '々';

    private static string Normal(string text)
    {
        var bounded = text.Length > MaxLength ? text[..MaxLength] : text;
        try
        {
            return bounded.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form.
            return bounded.ToLowerInvariant();
        }
    }

    private static void End(List<string> tokens, StringBuilder word)
    {
        if (word.Length > 0)
        {
            tokens.Add(word.ToString());
            word.Clear();
        }
    }

    private static string Stem(string word) => word switch
    {
        { Length: > 6 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        { Length: > 5 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 5 } when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
        { Length: > 5 } when word.EndsWith("es", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        { Length: > 5 } when word.EndsWith('e') => word[..^1],
        _ => word,
    };
}
