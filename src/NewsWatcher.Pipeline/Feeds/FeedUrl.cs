using System.Xml.Linq;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Addresses in feeds: as written when absolute, else resolved against xml:base and the address of the feed.</summary>
public static class FeedUrl
{
    private const int MaxChars = 4096;

    // What others are resolved against is kept with each of them.
    private const int MaxBase = 1024;

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

    /// <summary>An address for others to be resolved against: of a long one without its query, of a very long one the host alone.</summary>
    public static Uri? AsBase(Uri? url) => url is null || url.AbsoluteUri.Length <= MaxBase ? url
        : url.GetLeftPart(UriPartial.Path) is { Length: <= MaxBase } path ? new(path) : new(url.GetLeftPart(UriPartial.Authority));

    /// <summary>The base that holds inside an element.</summary>
    public static Uri? BaseOf(XElement? element, Uri? document)
    {
        if (element is null)
        {
            return document;
        }

        // Kept with the element: all of an entry's links ask for the same ones.
        if (element.Annotation<Inner>() is { } known)
        {
            return known.Base;
        }

        Steps.Count();
        var inner = new Inner(Joined(BaseOf(element.Parent, document), element.Attribute(XNamespace.Xml + "base")?.Value.Trim()));
        element.AddAnnotation(inner);
        return inner.Base;
    }

    private static Uri? Joined(Uri? outer, string? own)
    {
        if (string.IsNullOrEmpty(own) || own.Length > MaxBase)
        {
            return outer;
        }

        var isBase = HasScheme(own) ? Uri.TryCreate(own, UriKind.Absolute, out var joined) : Uri.TryCreate(outer, own, out joined);
        return isBase && joined?.AbsoluteUri.Length <= MaxBase ? joined : outer;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static string Resolved(string text, Uri baseUrl) =>
        Uri.TryCreate(baseUrl, text, out var joined) ? joined.AbsoluteUri : text;

    private sealed record Inner(Uri? Base);
}
