using System.Text;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Folds text character by character (case, width, accents, kinds of spaces and dashes), so that offsets stay.</summary>
internal static class Folding
{
    private const int All = char.MaxValue + 1;

    private static readonly char[] Folds = BuildFolds();

    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var folds = Folds;
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = folds[text[i]];
        }
    }

    public static char Fold(char c) => Folds[c];

    public static string Fold(string text) => string.Create(text.Length, text, static (span, t) => Fold(t, span));

    private static char[] BuildFolds()
    {
        var folds = new char[All];
        for (var i = 0; i < All; i++)
        {
            folds[i] = FoldOne((char)i);
        }

        return folds;
    }

    private static char FoldOne(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '\u3000' or '\u00A0' or '\u202F' or '\t' or (>= '\u2000' and <= '\u200A') => ' ',
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u2010' or '\u2011' or '\u2212' => '-',
        '\u2012' => '\u2013',
        '\u2015' => '\u2014',
        '\u301C' or '\u223C' => '~',
        '\uFFE5' => '\u00A5',
        '\uFFE1' => '\u00A3',
        '\uFFE0' => '\u00A2',
        '\uFFE6' => '\u20A9',
        '\uFF9E' => '\u3099',
        '\uFF9F' => '\u309A',
        >= '\uFF66' and <= '\uFF9D' => c.ToString().Normalize(NormalizationForm.FormKC)[0],
        >= '\u00C0' and < '\u0250' => BaseLetter(c),
        >= '\uD800' and <= '\uDFFF' => c,
        _ => char.ToLowerInvariant(c),
    };

    private static char BaseLetter(char c)
    {
        var first = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.ToLowerInvariant(char.IsAsciiLetter(first) ? first : c);
    }
}
