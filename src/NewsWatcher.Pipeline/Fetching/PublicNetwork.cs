using System.Net;
using System.Net.Sockets;

namespace NewsWatcher.Fetching;

/// <summary>Tells addresses of the public internet from those behind it: a page must not reach the network of whoever reads it.</summary>
internal sealed class PublicNetwork(IEnumerable<string> allowed)
{
    // RFC 6890 and its registries; translation prefixes (64:ff9b, 2002, 2001::/32) too, for they carry an IPv4 address inside.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private readonly IPNetwork[] _allowed = [.. allowed.Select(n => IPNetwork.Parse(n))];

    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
        {
            return false;
        }

        return !Array.Exists(Closed, n => n.Contains(plain)) || Array.Exists(_allowed, n => n.Contains(plain));
    }
}
