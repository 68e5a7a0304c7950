using System.Text;

namespace NewsWatcher.Feeds;

/// <summary>Undoes what some publishers' programs do to text before it reaches the feed: UTF-8 taken for Latin-1 and encoded again, Windows
/// punctuation written as control characters.</summary>
internal static class Mojibake
{
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Repaired(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u00FF'))
        {
            return text;
        }

        return Twice(text) ?? (text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? string.Create(text.Length, text, (built, from) =>
            {
                for (var i = 0; i < built.Length; i++)
                {
                    built[i] = from[i] is >= '\u0080' and <= '\u009F' ? Windows[from[i] - 0x80] : from[i];
                }
            })
            : text);
    }

    // Latin-1 text that is valid UTF-8 by chance does not happen in words.
    private static string? Twice(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'))
        {
            return null;
        }

        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
