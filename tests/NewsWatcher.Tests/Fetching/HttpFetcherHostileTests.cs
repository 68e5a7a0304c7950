using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Fetching;

public sealed class HttpFetcherHostileTests : IAsyncDisposable
{
    private const int Max = 64 * 1024;

    private readonly HostileServer _server = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpFetcher _fetcher;

    public HttpFetcherHostileTests() => _fetcher = Fetchers.New(_clock);

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhel")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nhello without an end")]
    public async Task ServerThatFallsSilent_IsLeftAtTheDeadline(string begin)
    {
        _server.Hang("/", begin);
        var fetch = _fetcher.FailAsync(_server.Url(), Max);
        await _server.ArrivedAsync();

        _clock.Advance(TimeSpan.FromSeconds(31));

        var failed = await fetch;
        Assert.Equal(OutcomeClass.Timeout, failed.Outcome);
        Assert.Contains("30 s", failed.Reason, StringComparison.Ordinal);
        Assert.False(failed.IsUnreachable);
    }

    [Fact]
    public async Task DeadlineHoldsOverAllRedirectsTogether()
    {
        _server.On("/", async (stream, ct) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            await stream.WriteAsync("HTTP/1.1 302 Found\r\nLocation: /slow\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), ct);
        });
        _server.Hang("/slow", "");
        var fetch = _fetcher.FailAsync(_server.Url(), Max);
        await _server.ArrivedAsync();
        await _server.ArrivedAsync();

        _clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(OutcomeClass.Timeout, (await fetch).Outcome);
    }

    [Fact]
    public async Task CallerWhoGivesUp_IsNotATimeout()
    {
        using var stop = new CancellationTokenSource();
        _server.Hang("/", "");
        var fetch = _fetcher.GetAsync(new(_server.Url(), Max, Validators.None), stop.Token);
        await _server.ArrivedAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    [Theory]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("<html>not http</html>\r\n\r\n")]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzzz\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\n\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: x-evil\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip\r\nContent-Length: 5\r\n\r\nhello")]
    public async Task AnswerThatIsNotHttp_IsAnErrorWithAReason(string raw)
    {
        _server.On("/", raw);
        var fetch = _fetcher.FailAsync(_server.Url(), Max);
        await AdvanceUntilAsync(fetch);

        var failed = await fetch;

        Assert.Equal(OutcomeClass.HttpError, failed.Outcome);
        Assert.EndsWith(".", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\nhello")]
    public async Task AnnouncedBodyThatIsTooLarge_IsRefusedAtOnce(string begin)
    {
        _server.Hang("/", begin);

        Assert.Equal(OutcomeClass.TooLarge, (await _fetcher.FailAsync(_server.Url(), Max)).Outcome);
    }

    [Theory]
    [InlineData("Content-Type: text/xml")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task EndlessBody_IsRefusedAtTheBound(string header)
    {
        _server.On("/", async (stream, ct) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{header}\r\n\r\n"), ct);
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"1000\r\n{new string('x', 0x1000)}\r\n"), ct);
            }
        });

        Assert.Equal(OutcomeClass.TooLarge, (await _fetcher.FailAsync(_server.Url(), Max)).Outcome);
    }

    [Fact]
    public async Task BodyAtTheBound_IsTaken()
    {
        _server.On("/", HostileServer.Ok(new string('x', Max)));

        Assert.Equal(Max, Assert.IsType<FetchResult.Page>(await _fetcher.GetAsync(_server.Url(), null, Max)).Body.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("GZIP")]
    [InlineData("identity")]
    public async Task CodedBody_IsDecoded_AndABombIsRefused(string coding)
    {
        _server.On("/", HostileServer.Coded(coding.Replace("raw ", "", StringComparison.Ordinal), Encode(coding, Encoding.ASCII.GetBytes("hello, hello, hello"))));
        _server.On("/bomb", HostileServer.Coded(coding.Replace("raw ", "", StringComparison.Ordinal), Encode(coding, new byte[50 * Max])));

        Assert.Equal("hello, hello, hello", Encoding.ASCII.GetString((await _fetcher.PageAsync(_server.Url())).Body));
        Assert.Equal(OutcomeClass.TooLarge, (await _fetcher.FailAsync(_server.Url("/bomb"), Max)).Outcome);
    }

    [Theory]
    [InlineData(1, 8 * 1024 * 1024)]
    [InlineData(100_000, 20)]
    public async Task FloodOfHeaders_IsRefused(int count, int length)
    {
        _server.On("/", async (stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), ct);
            var header = Encoding.ASCII.GetBytes($"X-Flood: {new string('x', length)}\r\n");
            for (var i = 0; i < count; i++)
            {
                await stream.WriteAsync(header, ct);
            }
        });

        var failed = await _fetcher.FailAsync(_server.Url(), Max);

        Assert.Equal((OutcomeClass.TooLarge, "127.10.0.1 sent more than 64 KiB of headers."), (failed.Outcome, failed.Reason));
    }

    private async Task AdvanceUntilAsync(Task fetch)
    {
        while (!fetch.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(fetch, Task.Delay(20, TestContext.Current.CancellationToken));
        }
    }

    private static byte[] Encode(string coding, byte[] body)
    {
        using var coded = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "deflate" => new ZLibStream(coded, CompressionLevel.Optimal, leaveOpen: true),
            "raw deflate" => new DeflateStream(coded, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(coded, CompressionLevel.Fastest, leaveOpen: true),
            "identity" => new BufferedStream(new MemoryStream()),
            _ => new GZipStream(coded, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            encoder.Write(body);
        }

        return coding == "identity" ? body : coded.ToArray();
    }
}
