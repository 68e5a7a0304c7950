using System.Net;
using System.Net.Sockets;
using NewsWatcher.Hosting;

namespace NewsWatcher.Cli;

/// <summary>Where the review pages will be served: told before anything else is begun when that cannot be.</summary>
internal static class WebAddress
{
    /// <param name="settings">Receives what was chosen, as Web:Address and Web:Port.</param>
    /// <param name="given">An http address of --urls.</param>
    /// <param name="anyPort">Whether a free port is taken when the default one is not.</param>
    /// <exception cref="SettingsException">No address, or its port is taken.</exception>
    public static void Choose(IConfiguration settings, string? given, bool anyPort)
    {
        if (given is not null)
        {
            if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
            {
                throw new SettingsException([$"--urls {given}: an address such as http://127.0.0.1:8080 is needed"]);
            }

            (settings["Web:Address"], settings["Web:Port"]) = (url.Host.Trim('[', ']'), url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        // What is no address or port is told by the check of all settings.
        var named = settings["Web:Address"] is null or "localhost" ? "127.0.0.1" : settings["Web:Address"];
        if (!IPAddress.TryParse(named, out var address) || !ushort.TryParse(settings["Web:Port"] ?? "8080", System.Globalization.CultureInfo.InvariantCulture, out var port) || IsFree(address, port))
        {
            return;
        }

        if (!anyPort || given is not null)
        {
            throw new SettingsException([$"{address}:{port} is in use by another program. Stop it, or choose another address with --urls http://127.0.0.1:PORT."]);
        }

        settings["Web:Port"] = "0";
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException)
        {
            // Not ours, not allowed: the server will say so itself.
            return true;
        }
    }
}
