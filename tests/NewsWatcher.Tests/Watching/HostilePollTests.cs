using System.IO.Compression;
using System.Text;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>Feeds that misbehave in many ways, polled together with healthy ones.</summary>
public sealed class HostilePollTests
{
    private const string Item = "<item><guid>a</guid><title>A plant is announced</title></item>";

    [Fact]
    public async Task MisbehavingFeeds_AreToldOneByOneAndCostTheHealthyOnesNothing()
    {
        await using var server = new HostileServer();
        await using var folder = new WatchedFolder(TimeProvider.System);
        var bad = Misbehave(server);
        var good = Enumerable.Range(0, 8).Select(n => $"good-{n}").ToList();
        good.ForEach(id => server.On("/" + id, HostileServer.Ok($"<rss version='2.0'><channel><title>{id}</title><item><guid>a</guid><title>The story of {id}</title></item></channel></rss>")));
        foreach (var id in bad.Concat(good))
        {
            folder.Configure(id, server.Url("/" + id));
        }

        var report = await folder.PollAsync();

        Assert.Equal(bad.Count + good.Count, report.Feeds.Count);
        Assert.Equal(bad.Order(StringComparer.Ordinal), report.Failed.Select(f => f.Feed.Id).Order(StringComparer.Ordinal));
        Assert.All(report.Failed, f => Assert.InRange(f.Reason?.Length ?? 0, 10, 400));
        Assert.All(report.Failed, f => Assert.DoesNotContain("NewsWatcher itself", f.Reason, StringComparison.Ordinal));
        Assert.Equal((good.Count, good.Count), (report.Added, report.Placed));
        Assert.False(report.IsNetworkDown);
        Assert.Equal(good.Count, (await folder.ItemsAsync()).Count);
        Assert.All(await folder.Get<FeedStore>().ListAsync(TestContext.Current.CancellationToken), f => Assert.True(f.NextPollAt > TimeProvider.System.GetUtcNow()));
    }

    private static List<string> Misbehave(HostileServer server)
    {
        var answers = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["not-found"] = Raw(HostileServer.Status("404 Not Found", "nothing here")),
            ["forbidden"] = Raw(HostileServer.Status("403 Forbidden")),
            ["broken"] = Raw(HostileServer.Status("500 Internal Server Error", new string('x', 100_000))),
            ["too-many"] = Raw(HostileServer.Status("429 Too Many Requests", "", "Retry-After: 99999999999999")),
            ["teapot"] = Raw(HostileServer.Status("418 I'm a teapot")),
            ["gone"] = Raw(HostileServer.Status("410 Gone")),
            ["unasked-304"] = Raw(HostileServer.Status("304 Not Modified")),
            ["no-content"] = Raw(HostileServer.Status("204 No Content")),
            ["empty"] = Raw(HostileServer.Ok("")),
            ["page"] = Raw(HostileServer.Ok("<!doctype html><html><head><title>Sign in</title></head><body>Sign in</body></html>", "Content-Type: application/rss+xml")),
            ["pdf"] = Raw(HostileServer.Ok("%PDF-1.7 \0\x01\x02")),
            ["nulls"] = Raw(HostileServer.Ok(new string('\0', 5_000))),
            ["other-json"] = Raw(HostileServer.Ok("""{"error": "no such feed"}""", "Content-Type: application/json")),
            ["deep-json"] = Raw(HostileServer.Ok(new string('[', 50_000), "Content-Type: application/json")),
            ["garbage"] = Raw("\x16\x03\x01 this is no HTTP at all"),
            ["nothing"] = [],
            ["half-a-head"] = Raw("HTTP/1.1 200 OK\r\nContent-Ty"),
            ["endless-head"] = Raw("HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000)),
            ["too-large"] = Raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss>"),
            ["bad-chunks"] = Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n<rss>"),
            ["not-gzip"] = HostileServer.Coded("gzip", Raw("<rss/>")),
            ["bomb"] = HostileServer.Coded("gzip", Bomb()),
            ["loop"] = Raw(HostileServer.Status("302 Found", "", "Location: /loop")),
            ["nowhere"] = Raw(HostileServer.Status("302 Found")),
            ["to-a-file"] = Raw(HostileServer.Status("301 Moved Permanently", "", "Location: file:///etc/passwd")),
            ["inwards"] = Raw(HostileServer.Status("302 Found", "", "Location: http://169.254.169.254/latest/meta-data")),
            ["to-localhost"] = Raw(HostileServer.Status("302 Found", "", "Location: http://127.0.0.1:1/")),
        };
        foreach (var (path, answer) in answers)
        {
            server.On("/" + path, answer);
        }

        server.Reset("/reset", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>" + Item);
        return [.. answers.Keys, "reset"];
    }

    private static byte[] Raw(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
