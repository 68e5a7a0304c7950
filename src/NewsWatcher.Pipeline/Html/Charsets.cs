using System.Text;
using System.Text.Unicode;

namespace NewsWatcher.Html;

/// <summary>Decides in which encoding bytes were written, and decodes them. Never throws: what cannot be decoded becomes U+FFFD.</summary>
/// <remarks>Byte order mark, byte pattern of UTF-16/32, then the claims (HTTP before document) that the bytes do not contradict, then the content.</remarks>
public static class Charsets
{
    private const int PrologBytes = 4096;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // A server's or editor's default label says little: these names mean the Windows superset that the text was really typed in (WHATWG Encoding).
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ascii"] = "windows-1252", ["us-ascii"] = "windows-1252", ["iso-8859-1"] = "windows-1252", ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252", ["latin1"] = "windows-1252", ["latin-1"] = "windows-1252", ["cp1252"] = "windows-1252",
        ["cp1251"] = "windows-1251", ["win-1251"] = "windows-1251", ["cp1250"] = "windows-1250", ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254", ["iso-8859-11"] = "windows-874", ["tis-620"] = "windows-874", ["gb2312"] = "gb18030", ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030", ["gb_2312-80"] = "gb18030", ["cp936"] = "gb18030", ["gb-2312"] = "gb18030", ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis", ["x-sjis"] = "shift_jis", ["windows-31j"] = "shift_jis", ["cp932"] = "shift_jis", ["ms932"] = "shift_jis",
        ["x-euc-jp"] = "euc-jp", ["eucjp"] = "euc-jp", ["ks_c_5601-1987"] = "ks_c_5601-1987", ["euc-kr"] = "ks_c_5601-1987", ["euckr"] = "ks_c_5601-1987",
        ["ms949"] = "ks_c_5601-1987", ["cp949"] = "ks_c_5601-1987", ["big5-hkscs"] = "big5", ["x-x-big5"] = "big5", ["big-5"] = "big5",
        ["utf8"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8", ["x-mac-roman"] = "macintosh", ["mac-roman"] = "macintosh",
    };

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="contentType">The Content-Type header as received.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (Marked(body) is var (marked, length))
        {
            return marked.GetString(body[length..]);
        }

        if (Patterned(body) is { } wide)
        {
            return wide.GetString(body);
        }

        var claims = new[] { Named(HttpLabel(contentType)), Named(DocumentLabel(body)) };
        var multibyteUtf8 = Utf8.IsValid(body) && !Ascii.IsValid(body);
        foreach (var claim in claims)
        {
            // Text that happens to be valid UTF-8 is UTF-8, unless an encoding with two-byte characters was claimed: those collide.
            if (claim is not null && !(multibyteUtf8 && claim.IsSingleByte) && Strictly(claim, body) is { } text)
            {
                return text;
            }
        }

        return Strictly(StrictUtf8, body) ?? Unclaimed(body, claims);
    }

    /// <summary>The encoding that a label means; null for an unknown one, and for UTF-16/32, which bytes show and labels do not.</summary>
    public static Encoding? Named(string? label)
    {
        var name = label?.Trim();
        if (string.IsNullOrEmpty(name) || name.Length > 40 || !name.All(char.IsAscii))
        {
            return null;
        }

        name = Aliases.GetValueOrDefault(name, name);
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase) || name.StartsWith("unicode", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The charset parameter of a Content-Type header.</summary>
    public static string? HttpLabel(string? contentType)
    {
        foreach (var part in (contentType ?? "").Split(';', ',').Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                return part[(equals + 1)..].Trim().Trim('"', '\'');
            }
        }

        return null;
    }

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? Patterned(ReadOnlySpan<byte> body) => body switch
    {
        [(byte)'<' or (byte)'{', 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0, (byte)'<' or (byte)'{', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Named("IBM037"),
        _ => null,
    };

    private static string? DocumentLabel(ReadOnlySpan<byte> body)
    {
        var prolog = Encoding.Latin1.GetString(body[..Math.Min(body.Length, PrologBytes)]);
        var declaration = prolog.IndexOf("<?xml", StringComparison.Ordinal);
        if (declaration >= 0)
        {
            var end = prolog.IndexOf("?>", declaration, StringComparison.Ordinal);
            return Value(prolog, "encoding", declaration, end < 0 ? Math.Min(prolog.Length, declaration + 200) : end);
        }

        for (var meta = prolog.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); meta >= 0;
             meta = prolog.IndexOf("<meta", meta + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = prolog.IndexOf('>', meta);
            if (Value(prolog, "charset", meta, end < 0 ? prolog.Length : end) is { } label)
            {
                return label;
            }
        }

        return null;
    }

    private static string? Value(string text, string name, int from, int to)
    {
        var at = text.IndexOf(name, from, to - from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + name.Length)..to].TrimStart();
        return rest.StartsWith('=') ? rest[1..].TrimStart(' ', '"', '\'', '\t', '\n', '\r').Split('"', '\'', ' ', ';', '/', '>')[0] : null;
    }

    private static string Unclaimed(ReadOnlySpan<byte> body, Encoding?[] claims)
    {
        var shape = Utf8Shape.Of(body);
        if (shape.Sequences > shape.Invalid)
        {
            return Encoding.UTF8.GetString(body);
        }

        var claim = claims.FirstOrDefault(c => c is not null && c.CodePage != Encoding.UTF8.CodePage);
        return (claim ?? CharsetGuess.Of(body)).GetString(body);
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> body)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
