using System.Net;
using System.Net.Sockets;

namespace NewsWatcher.Fetching;

/// <summary>Connects to exactly the addresses that were checked: a name that is resolved twice can be answered differently (DNS rebinding).</summary>
internal sealed class CheckedConnection(PublicNetwork network, HostResolver resolve, Uri? proxy)
{
    private static readonly HttpRequestOptionsKey<bool> HasConnected = new("NewsWatcher.HasConnected");

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        // The HTTP stack asks a server that hangs up three more times within milliseconds; whether to ask again is ours to say.
        if (context.InitialRequestMessage.Options.TryGetValue(HasConnected, out _))
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded);
        }

        context.InitialRequestMessage.Options.Set(HasConnected, true);
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host, ct);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // The proxy is the choice of whoever runs this, and commonly stands in a private network.
        var isProxy = proxy is not null && proxy.Port == port && string.Equals(proxy.IdnHost, host, StringComparison.OrdinalIgnoreCase);
        if (!isProxy && Array.Find(addresses, a => !network.Contains(a)) is { } closed)
        {
            throw new BlockedAddressException($"{host} leads to {closed}, which is not on the public internet.");
        }

        return await ConnectAsync(addresses, port, ct);
    }

    private static async Task<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken ct)
    {
        for (var i = 0; ; i++)
        {
            var address = addresses[i].IsIPv4MappedToIPv6 ? addresses[i].MapToIPv4() : addresses[i];
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
