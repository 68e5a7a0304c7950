using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace NewsWatcher.Fetching;

/// <summary>Reads the few headers that matter from their raw values: the typed ones are null for what real servers send.</summary>
internal static class ResponseHeaders
{
    private const int MaxChars = 4096;
    private const int MaxLinks = 16;

    private static readonly TimeSpan LeastRetryAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Validators Validators(HttpResponseMessage response) =>
        new(Raw(response.Headers, "ETag"), Raw(response.Content.Headers, "Last-Modified"));

    public static string? ContentType(HttpResponseMessage response) => Raw(response.Content.Headers, "Content-Type");

    /// <summary>How long the answer stays fresh, at most a day; null when the server does not say.</summary>
    public static TimeSpan? FreshFor(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.CacheControl is { } control && (control.NoCache || control.NoStore || control.MaxAge is not null))
        {
            return control.NoCache || control.NoStore ? TimeSpan.Zero : Clamped(control.MaxAge ?? TimeSpan.Zero, TimeSpan.Zero);
        }

        return response.Content.Headers.Expires is { } expires ? Clamped(expires - (response.Headers.Date ?? now), TimeSpan.Zero) : null;
    }

    /// <summary>Seconds or a date, within 60 s and 24 h; null when absent or unreadable.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var text = Raw(response.Headers, "Retry-After")?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return text.TrimStart('0').Length > 6 ? Day : Clamped(TimeSpan.FromSeconds(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)), LeastRetryAfter);
        }

        return DateTimeOffset.TryParseExact(text, ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"], CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var at) ? Clamped(at - now, LeastRetryAfter) : null;
    }

    /// <summary>Where a redirect leads; null when it does not say.</summary>
    public static Uri? Location(HttpResponseMessage response, Uri from)
    {
        var text = Raw(response.Headers, "Location")?.Trim();
        return string.IsNullOrEmpty(text) || !Uri.TryCreate(from, Utf8(text), out var to) ? null : to;
    }

    /// <summary>A few Link headers, as received.</summary>
    public static IReadOnlyList<string> Links(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Link", out var values) ? [.. values.Where(v => v.Length is > 0 and <= MaxChars).Take(MaxLinks).Select(Utf8)] : [];

    public static string? Raw(HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return value.Length is > 0 and <= MaxChars ? value : null;
        }

        return null;
    }

    // Headers are read as Latin-1, byte for byte; publishers write addresses in UTF-8 into them.
    private static string Utf8(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    private static TimeSpan Clamped(TimeSpan span, TimeSpan least) => span < least ? least : span > Day ? Day : span;
}
