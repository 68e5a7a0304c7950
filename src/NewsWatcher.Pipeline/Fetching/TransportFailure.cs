using System.Net.Sockets;
using System.Security.Authentication;

namespace NewsWatcher.Fetching;

/// <summary>Puts the ways in which a connection fails into words.</summary>
internal static class TransportFailure
{
    /// <summary>Null for what is not the web's doing.</summary>
    public static FetchResult.Failed? Of(Exception exception, Uri url)
    {
        var host = WebAddress.Host(url) ?? url.Host;
        if (Inner<BlockedAddressException>(exception) is { } blocked)
        {
            return Failed(OutcomeClass.Blocked, blocked.Message);
        }

        if (exception is not (HttpRequestException or IOException or InvalidDataException))
        {
            return null;
        }

        return Error(exception) switch
        {
            HttpRequestError.NameResolutionError => Unreachable($"No address was found for {host}."),
            HttpRequestError.SecureConnectionError => Failed(OutcomeClass.HttpError, Tls(exception, host)),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => Unreachable(Connecting(exception, host)),
            HttpRequestError.ResponseEnded => Failed(OutcomeClass.HttpError, $"{host} closed the connection before the answer was complete."),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => Failed(OutcomeClass.HttpError, $"{host} answered with something that is not HTTP."),
            HttpRequestError.ConfigurationLimitExceeded => Failed(OutcomeClass.TooLarge, $"{host} sent more than 64 KiB of headers."),
            _ when exception is InvalidDataException => Failed(OutcomeClass.HttpError, exception.Message),
            _ when IsReset(exception) => Failed(OutcomeClass.HttpError, $"{host} broke off the connection."),
            _ => Failed(OutcomeClass.HttpError, $"The connection with {host} failed ({exception.GetType().Name})."),
        };
    }

    /// <summary>The server hung up: common where a connection is reused at the wrong moment, and gone at the next try.</summary>
    public static bool IsReset(Exception exception) => Error(exception) is HttpRequestError.ResponseEnded
        || Inner<SocketException>(exception) is { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown };

    /// <summary>The innermost error: what wraps it says only that connecting failed.</summary>
    private static HttpRequestError Error(Exception exception)
    {
        var found = HttpRequestError.Unknown;
        for (var e = exception; e is not null; e = e.InnerException)
        {
            var error = e switch
            {
                HttpRequestException http => http.HttpRequestError,
                HttpIOException io => io.HttpRequestError,
                _ => HttpRequestError.Unknown,
            };
            found = error == HttpRequestError.Unknown ? found : error;
        }

        return found;
    }

    private static string Tls(Exception exception, string host) => Inner<AuthenticationException>(exception) is { } tls
        && tls.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase)
        ? $"The certificate of {host} is not trusted."
        : $"No secure connection with {host} could be agreed on.";

    private static string Connecting(Exception exception, string host) => Inner<SocketException>(exception)?.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"No address was found for {host}.",
        SocketError.ConnectionRefused => $"{host} refused the connection.",
        _ => $"{host} could not be reached.",
    };

    private static T? Inner<T>(Exception exception)
        where T : Exception
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static FetchResult.Failed Failed(OutcomeClass outcome, string reason) => new(outcome, reason, null, null);

    private static FetchResult.Failed Unreachable(string reason) => Failed(OutcomeClass.HttpError, reason) with { IsUnreachable = true };
}
