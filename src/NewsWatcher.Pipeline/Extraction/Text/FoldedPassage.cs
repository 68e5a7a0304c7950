using System.Buffers;
using System.Globalization;
using System.Text;
using NewsWatcher.Configuration;

namespace NewsWatcher.Extraction.Text;

/// <summary>A text made comparable (NFKC, lower case, no diacritics, hyphens and runs of spaces as one space, no full stops in "U.S."), with the way back to its offsets.</summary>
internal sealed class FoldedPassage
{
    // What a character folds to: a character, Dropped, or Several for the slow way; 0 until it was asked for.
    private const int Spare = 16;
    private const char Dropped = '\uFFFE';
    private const char Several = '\uFFFF';
    private static readonly char[] Table = new char[char.MaxValue + 1];
    private static readonly bool[] Words = [.. Enumerable.Range(0, '\u2000').Select(c => c is < '\u1100' or >= '\u1E00' && char.IsLetterOrDigit((char)c))];

    private readonly string _text;
    private readonly int[] _origins;

    public FoldedPassage(string text)
    {
        _text = text;
        var folded = ArrayPool<char>.Shared.Rent(text.Length + Spare);
        var origins = ArrayPool<int>.Shared.Rent(text.Length + Spare);
        var (count, last) = (0, ' ');
        for (var i = 0; i < text.Length; i++)
        {
            Steps.Count();
            var c = Table[text[i]];
            c = c == 0 ? Learn(text[i]) : c;
            var several = c == Several ? Slow(text, i) : "";
            if (count + several.Length + 1 >= Math.Min(folded.Length, origins.Length))
            {
                (folded, origins) = (Larger(folded, count, several.Length), Larger(origins, count, several.Length));
            }

            if (c == Several)
            {
                several.CopyTo(folded.AsSpan(count));
                origins.AsSpan(count, several.Length).Fill(i);
                count += several.Length;
                last = several.Length > 0 ? several[^1] : last;
            }
            else if (c != Dropped && !(c == ' ' && last is ' ' or '\n') && !(c == '.' && IsAcronymDot(text, i)))
            {
                (folded[count], origins[count]) = (c, i);
                (count, last) = (count + 1, c);
            }
        }

        origins[count] = text.Length;
        Folded = new(folded, 0, count);
        _origins = origins.AsSpan(0, count + 1).ToArray();
        ArrayPool<char>.Shared.Return(folded);
        ArrayPool<int>.Shared.Return(origins);
    }

    public string Folded { get; }

    /// <summary>Where the folded character at <paramref name="folded"/> begins in the text.</summary>
    public int Start(int folded) => _origins[folded];

    /// <summary>Where a folded span that ends before <paramref name="foldedEnd"/> ends in the text.</summary>
    public int End(int foldedEnd)
    {
        if (foldedEnd == 0)
        {
            return 0;
        }

        var end = _origins[foldedEnd - 1] + 1;
        while (end < _text.Length && (_text[end] is '\uFF9E' or '\uFF9F' or '\u3099' or '\u309A' || (_text[end] is >= '\u0300' and <= '\u036F')))
        {
            end++;
        }

        return end;
    }

    public static string Fold(string text) => new FoldedPassage(text).Folded.Trim();

    /// <summary>A letter or digit of a script that separates its words.</summary>
    public static bool IsWord(char c) => c < Words.Length && Words[c];

    private static T[] Larger<T>(T[] full, int count, int more)
    {
        var larger = ArrayPool<T>.Shared.Rent((count * 2) + more + Spare);
        full.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }

    // "U.S." and "U.K.-led": a stop after a single letter with another single letter beside it.
    private static bool IsAcronymDot(string text, int i)
    {
        var single = i >= 1 && char.IsAsciiLetterUpper(text[i - 1]) && (i == 1 || !char.IsLetterOrDigit(text[i - 2]));
        return single && ((i + 2 < text.Length && char.IsAsciiLetterUpper(text[i + 1]) && text[i + 2] == '.') || (i >= 3 && text[i - 2] == '.' && char.IsAsciiLetterUpper(text[i - 3])));
    }

    private static char Learn(char c)
    {
        var folded = c switch
        {
            '\n' => '\n',
            '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
            '\u201C' or '\u201D' or '\u201E' => '"',
            '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\uFF0D' => ' ',
            '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => Dropped,
            _ when char.IsWhiteSpace(c) => ' ',
            < '\u0080' => char.ToLowerInvariant(c),
            >= '\u0300' and <= '\u036F' => Dropped,
            '\uFF9E' or '\uFF9F' or '\u3099' or '\u309A' => Dropped,
            (>= '\u304B' and <= '\u307B') or (>= '\u30A6' and <= '\u30DB') or (>= '\uFF66' and <= '\uFF9D') => Several,
            >= '\u3041' and <= '\u30FF' => c,
            _ when char.IsSurrogate(c) || c is >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' => c,
            _ => Compatible(c.ToString()) is [var one] ? one : Several,
        };
        Table[c] = folded;
        return folded;
    }

    // Kana take the voicing mark that follows them.
    private static string Slow(string text, int i)
    {
        var marked = i + 1 < text.Length && text[i + 1] is '\uFF9E' or '\uFF9F' or '\u3099' or '\u309A';
        return text[i] is >= '\u3041' and <= '\u30FA' && !marked ? text.Substring(i, 1) : Compatible(text.Substring(i, marked ? 2 : 1));
    }

    private static string Compatible(string text)
    {
        var plain = WellFormed.Of(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (plain.Length == 0 || plain[0] >= '\u2000')
        {
            return plain;
        }

        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c == '\u00DF' ? "ss" : c == '\u00F8' ? "o" : c == '\u00E6' ? "ae" : c.ToString());
            }
        }

        return folded.ToString();
    }
}
