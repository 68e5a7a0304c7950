using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Addresses in feeds: as written when absolute, else resolved against xml:base and the address of the feed.</summary>
public static class FeedUrl
{
    private const int MaxChars = 4096;

    /// <summary>Null for nothing and for what is too long; relative as it came when there is no base.</summary>
    public static string? Absolute(string? raw, Uri? baseUrl)
    {
        var text = raw?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxChars)
        {
            return null;
        }

        text = text.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Concat(text.Where(c => c is not ('\n' or '\r' or '\t'))) : text;
        return HasScheme(text) || baseUrl is null ? text : Resolved(text, baseUrl);
    }

    public static bool HasScheme(string text)
    {
        var colon = text.AsSpan().IndexOfAnyExcept(SchemeChars);
        return colon > 0 && text[colon] == ':' && char.IsAsciiLetter(text[0]);
    }

    public static bool IsWeb(string? text) =>
        text is not null && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>The base that holds inside an element.</summary>
    public static Uri? BaseOf(XElement? element, Uri? document)
    {
        if (element is null)
        {
            return document;
        }

        var outer = BaseOf(element.Parent, document);
        var own = element.Attribute(XNamespace.Xml + "base")?.Value.Trim();
        if (string.IsNullOrEmpty(own) || own.Length > MaxChars)
        {
            return outer;
        }

        return HasScheme(own) ? Uri.TryCreate(own, UriKind.Absolute, out var absolute) ? absolute : outer
            : outer is not null && Uri.TryCreate(outer, own, out var joined) ? joined : outer;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static string Resolved(string text, Uri baseUrl) =>
        Uri.TryCreate(baseUrl, text, out var joined) ? joined.AbsoluteUri : text;
}
