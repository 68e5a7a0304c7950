using System.Net;

namespace NewsWatcher.Fetching;

/// <summary>Finds the addresses of a host name.</summary>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken ct);
