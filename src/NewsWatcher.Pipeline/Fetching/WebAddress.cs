using System.Net;

namespace NewsWatcher.Fetching;

/// <summary>What an address must be like before anything is asked of it; where it leads is checked when connecting.</summary>
internal static class WebAddress
{
    private const int MaxChars = 4096;

    // The "bad ports" of the WHATWG fetch standard: other protocols could be made to obey a GET.
    private static readonly HashSet<int> BadPorts =
    [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137,
        139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
        3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    ];

    /// <summary>One readable sentence; null when the address may be asked.</summary>
    public static string? Refusal(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            return $"Only http and https addresses are fetched, not {(url.IsAbsoluteUri ? $"\"{url.Scheme}\"" : "relative ones")}.";
        }

        if (url.UserInfo.Length > 0)
        {
            return "Addresses with a user name or password are not fetched.";
        }

        if (url.OriginalString.Length > MaxChars || url.AbsoluteUri.Length > MaxChars)
        {
            return "The address is longer than 4,096 characters.";
        }

        return BadPorts.Contains(url.Port) ? $"Port {url.Port} belongs to another protocol than the web." : Host(url) is null ? "The address has no valid host name." : null;
    }

    /// <summary>The host in ASCII, as it is resolved; null when there is none.</summary>
    public static string? Host(Uri url)
    {
        try
        {
#pragma warning disable RS0030 // The one place that asks for it and catches what it throws.
            return url.IdnHost is { Length: > 0 } host ? host : null;
#pragma warning restore RS0030
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>The address when the host is written as one, in whatever spelling.</summary>
    public static IPAddress? Literal(Uri url) => IPAddress.TryParse(Host(url)?.Trim('[', ']'), out var address) ? address : null;

    public static bool IsSameOrigin(Uri a, Uri b) => Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
