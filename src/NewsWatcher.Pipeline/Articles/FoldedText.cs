using System.Buffers;
using System.Text;

namespace NewsWatcher.Articles;

/// <summary>Text made comparable: lower case, one kind of quotation mark and dash, half-width letters, single spaces.</summary>
internal static class FoldedText
{
    private const char Latin = '\u0250';

    private static readonly char[] PlainLatin = [.. Enumerable.Range(0, Latin).Select(c => Plain((char)c))];

    public static string Of(string text)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var (length, last) = (0, ' ');
        foreach (var c in text)
        {
            var plain = c < Latin ? PlainLatin[c] : Plain(c);
            if (plain != ' ' || last != ' ')
            {
                folded[length++] = last = plain;
            }
        }

        var whole = new string(folded.AsSpan(0, length).TrimEnd());
        ArrayPool<char>.Shared.Return(folded);
        return whole;
    }

    /// <summary>Letters and digits alone, for asking whether two lines say the same.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(Plain(c));
            }
        }

        return letters.ToString();
    }

    /// <summary>Where a folded phrase stands as whole words; scripts without spaces have no word bounds. -1: nowhere.</summary>
    public static int IndexOfPhrase(string folded, string phrase, int from = 0)
    {
        for (var at = folded.IndexOf(phrase, from, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsBound(folded, at) && IsBound(folded, at + phrase.Length))
            {
                return at;
            }
        }

        return -1;
    }

    public static bool HasPhrase(string folded, string phrase) => IndexOfPhrase(folded, phrase) >= 0;

    public static bool StartsWithPhrase(string folded, string phrase) =>
        folded.StartsWith(phrase, StringComparison.Ordinal) && IsBound(folded, phrase.Length);

    /// <summary>Whether a word may begin or end at a place.</summary>
    public static bool IsBound(string text, int at) =>
        at <= 0 || at >= text.Length || !IsWordLetter(text[at - 1]) || !IsWordLetter(text[at]);

    private static bool IsWordLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u0080' and < '\u2E80' && char.IsLetterOrDigit(c));

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
