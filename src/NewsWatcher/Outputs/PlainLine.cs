using System.Globalization;

namespace NewsWatcher.Outputs;

/// <summary>Text from outside as one harmless line: no control characters, no line ends, nothing that turns the direction of what follows.</summary>
internal static class PlainLine
{
    public static string Of(string text)
    {
        if (!text.Any(IsHarmful))
        {
            return text;
        }

        return string.Concat(text.Select(c => c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' ? ' ' : c).Where(c => !IsHarmful(c)));
    }

    private static bool IsHarmful(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c';
}
