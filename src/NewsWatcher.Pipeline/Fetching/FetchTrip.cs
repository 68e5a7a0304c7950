namespace NewsWatcher.Fetching;

/// <summary>How far one fetch has come on its way through redirects.</summary>
internal sealed class FetchTrip(FetchRequest request)
{
    private const int MostHops = 5;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { request.Url.AbsoluteUri };
    private bool _isPermanent = true;

    public FetchRequest Request => request;

    public Uri Url { get; private set; } = request.Url;

    /// <summary>What may be sent to <see cref="Url"/>: nothing once the trip has left the origin it began at.</summary>
    public Validators Validators { get; private set; } = request.Validators;

    public bool TakesAnyCertificate { get; private set; } = request.TakesAnyCertificate;

    public int Hops { get; private set; }

    /// <summary>Whether this is the first hop to <see cref="Url"/>'s host: the ones after it follow without waiting.</summary>
    public bool IsNewHost { get; private set; } = true;

    public TimeSpan Spent { get; set; }

    public bool WasReset { get; set; }

    /// <summary>Set when every hop was a permanent redirect, none of them out of TLS.</summary>
    public Uri? MovedTo => Hops > 0 && _isPermanent ? Url : null;

    /// <summary>Why there is no next hop, as one readable sentence; null when <see cref="Url"/> is it.</summary>
    public string? Follow(int status, Uri? to)
    {
        if (to is null)
        {
            return $"The server answered {status} without a readable address to go to.";
        }

        var next = to.Fragment.Length > 0 ? new UriBuilder(to) { Fragment = "" }.Uri : to;
        if (!_seen.Add(next.AbsoluteUri))
        {
            return "The redirects lead in a circle.";
        }

        if (++Hops > MostHops)
        {
            return $"There are more than {MostHops} redirects in a row.";
        }

        _isPermanent &= status is 301 or 308 && !(Url.Scheme is "https" && next.Scheme is "http");
        Validators = WebAddress.IsSameOrigin(Url, next) ? Validators : Validators.None;
        TakesAnyCertificate &= WebAddress.IsSameOrigin(Url, next);
        IsNewHost = !string.Equals(WebAddress.Host(Url), WebAddress.Host(next), StringComparison.OrdinalIgnoreCase);
        Url = next;
        return null;
    }
}
