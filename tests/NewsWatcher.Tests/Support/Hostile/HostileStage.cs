using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>A server for every behaviour of the catalogue, healthy ones beside them, and one that nobody may reach. All on loopback, each on an address of its own.</summary>
internal sealed class HostileStage : IAsyncDisposable
{
    public const string Network = "127.10.0.0/16";
    public const string PagesFeed = "pages";

    private const int Healthy = 20;

    private readonly List<HostileServer> _servers = [];
    private readonly TcpListener _canary = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private readonly List<string> _feeds = [];
    private int _intruders;

    /// <param name="linksEvery">A healthy feed links to a page, and behind it a robots.txt, of every behaviour (1), of every second one (2) and so on.</param>
    public HostileStage(int linksEvery)
    {
        _canary.Start();
        _watching = WatchAsync();
        var links = new List<Uri>();
        foreach (var (behaviour, n) in HostileCatalogue.All.Select((b, n) => (b, n)))
        {
            var server = Add(string.Create(CultureInfo.InvariantCulture, $"127.10.{1 + (n / 200)}.{1 + (n % 200)}"));
            server.Otherwise = (stream, ct) => behaviour.Answer(stream, new(server.Port, CanaryPort), ct);
            Configure(Id(n), server.Url("/feed"), "never");
            if (n % linksEvery == 0)
            {
                server.On("/robots.txt", HostileServer.Status("404 Not Found"));
                links.Add(server.Url("/page"));
                links.Add(Robots(behaviour, n));
            }
        }

        for (var n = 0; n < Healthy; n++)
        {
            var server = Add(string.Create(CultureInfo.InvariantCulture, $"127.10.100.{1 + n}"));
            server.On("/feed", HostileServer.Ok(Sound($"Healthy {n}", []), "ETag: \"1\""));
            Configure(HealthyId(n), server.Url("/feed"), "never");
        }

        var pages = Add("127.10.101.1");
        pages.On("/feed", Behaviour.Bodied(Encoding.UTF8.GetBytes(Sound("Pages", links))));
        Configure(PagesFeed, pages.Url("/feed"), "fetch");
    }

    /// <summary>Connections that reached the server that nobody may reach.</summary>
    public int Intruders => _intruders;

    public static IEnumerable<string> HealthyIds => Enumerable.Range(0, Healthy).Select(HealthyId);

    /// <summary>The content of feeds.json.</summary>
    public string FeedsJson => $"{{\"feeds\": [{string.Join(",\n", _feeds)}]}}";

    private int CanaryPort => ((IPEndPoint)_canary.LocalEndpoint).Port;

    /// <summary>The id of the feed that plays a behaviour, by its place in the catalogue.</summary>
    public static string Id(int place) => string.Create(CultureInfo.InvariantCulture, $"odd-{place:000}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _canary.Dispose();
        await Task.WhenAll(_servers.Select(s => s.DisposeAsync().AsTask()));
        _stop.Dispose();
    }

    private static string HealthyId(int n) => string.Create(CultureInfo.InvariantCulture, $"healthy-{n:00}");

    private static string Sound(string title, IReadOnlyList<Uri> links) =>
        Behaviour.Feed($"<item><guid>a</guid><title>The story of {title}</title></item>{string.Concat(links.Select((l, n) => $"<item><guid>{n}</guid><title>Page {n}</title><link>{l}</link></item>"))}");

    private HostileServer Add(string address)
    {
        var server = new HostileServer(address);
        _servers.Add(server);
        return server;
    }

    // The rules of another origin on the same host, and a page behind them.
    private Uri Robots(Behaviour behaviour, int n)
    {
        var server = Add(string.Create(CultureInfo.InvariantCulture, $"127.10.{11 + (n / 200)}.{1 + (n % 200)}"));
        server.Otherwise = (stream, ct) => behaviour.Answer(stream, new(server.Port, CanaryPort), ct);
        server.On("/page", HostileServer.Ok("<html><body><p>A page behind odd rules.</p></body></html>", "Content-Type: text/html"));
        return server.Url("/page");
    }

    private void Configure(string id, Uri url, string articles) => _feeds.Add($"{{\"id\": \"{id}\", \"url\": \"{url}\", \"articles\": \"{articles}\"}}");

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _canary.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _intruders);
            }
        }
        catch (OperationCanceledException)
        {
            // The play is over.
        }
    }
}
