using System.Net;
using System.Net.Sockets;

namespace NewsWatcher.Fetching;

/// <summary>Connects to exactly the addresses that were checked: a name that is resolved twice can be answered differently (DNS rebinding).</summary>
internal sealed class CheckedConnection(PublicNetwork network, HostResolver resolve, Uri? proxy, TimeSpan timeout, TimeProvider clock)
{
    private const int MostAddresses = 8;

    private static readonly TimeSpan LongestSlice = TimeSpan.FromSeconds(2.5);

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
        var addresses = IPAddress.TryParse(host.TrimEnd('.').Trim('[', ']'), out var literal) ? [literal] : IsLocal(host) ? [IPAddress.Loopback] : await resolve(host, ct);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // The proxy is the choice of whoever runs this, and commonly stands in a private network.
        var isProxy = proxy is not null && proxy.Port == port && string.Equals(WebAddress.Host(proxy), host, StringComparison.OrdinalIgnoreCase);
        if (!isProxy && Array.Find(addresses, a => !network.Contains(a)) is { } closed)
        {
            throw new BlockedAddressException(literal is null ? $"{host} leads to {closed}, which is not on the public internet." : $"{closed} is not on the public internet.");
        }

        return await ConnectAsync(addresses.Length > MostAddresses ? addresses[..MostAddresses] : addresses, port, ct);
    }

    // RFC 6761, 6.3: names that mean this machine, however resolvers differ over them.
    private static bool IsLocal(string host) => host.TrimEnd('.') is var name
        && (name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (name.Length < host.Length && string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)));

    // An address that swallows what is sent to it must leave the others, and the TLS handshake after them, some of the time.
    private async Task<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken ct)
    {
        var share = timeout / (addresses.Length + 1);
        for (var i = 0; ; i++)
        {
            var address = addresses[i].IsIPv4MappedToIPv6 ? addresses[i].MapToIPv4() : addresses[i];
            var isLast = i + 1 == addresses.Length;
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var slice = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : share < LongestSlice ? share : LongestSlice, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, slice.Token);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), either.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e) when (!isLast && !ct.IsCancellationRequested && e is (SocketException or OperationCanceledException))
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                // Told by the token that was given, or the HTTP stack takes its own timeout for another failure.
                ct.ThrowIfCancellationRequested();
                throw;
            }
        }
    }
}
