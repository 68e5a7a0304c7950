using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Fetching;

public sealed class BrokenConnectionTests : IAsyncDisposable
{
    private const int Max = 64 * 1024;

    private readonly HostileServer _server = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpFetcher _fetcher;

    public BrokenConnectionTests() => _fetcher = Fetchers.New(_clock);

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhel")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    public async Task ConnectionThatBreaks_IsTriedOnceMore_AfterARest(string begin)
    {
        _server.On("/", begin);
        var fetch = _fetcher.FailAsync(_server.Url(), Max);
        await _server.ArrivedAsync();
        await AdvanceUntilAsync(fetch);

        Assert.Equal(OutcomeClass.HttpError, (await fetch).Outcome);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task ConnectionThatIsResetOnce_EndsWell()
    {
        _server.Reset("/", "");
        var fetch = _fetcher.GetAsync(_server.Url());
        await _server.ArrivedAsync();
        _server.On("/", HostileServer.Ok("hello"));
        await AdvanceUntilAsync(fetch);

        Assert.IsType<FetchResult.Page>(await fetch);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task ServerThatIsNotThere_IsUnreachable()
    {
        using var unused = new TcpListener(IPAddress.Parse(HostileServer.Address), 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();

        var failed = await _fetcher.FailAsync(new Uri($"http://127.10.0.1:{port}/"));

        Assert.Equal((OutcomeClass.HttpError, "127.10.0.1 refused the connection.", true), (failed.Outcome, failed.Reason, failed.IsUnreachable));
    }

    [Fact]
    public async Task FirstAddressThatSwallowsEverything_LeavesTimeForTheNext()
    {
        // A listener that accepts nobody: once its queue is full, greetings are dropped.
        using var full = new TcpListener(IPAddress.Parse("127.10.8.8"), _server.Port);
        full.Start(0);
        using var crowd = new Crowd(full.LocalEndpoint);
        _server.On("/", HostileServer.Ok("hello"));
        using var fetcher = new HttpFetcher(Fetchers.Options, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.10.8.8"), IPAddress.Parse(HostileServer.Address)]));

        Assert.IsType<FetchResult.Page>(await fetcher.GetAsync(_server.UrlAt("two.example")));
    }

    [Fact]
    public async Task ServerThatTakesNoConnection_IsUnreachableWithinTheTimeForIt()
    {
        using var full = new TcpListener(IPAddress.Parse("127.10.8.9"), 0);
        full.Start(0);
        using var crowd = new Crowd(full.LocalEndpoint);
        var options = Fetchers.Options;
        options.ConnectTimeout = TimeSpan.FromMilliseconds(300);
        using var fetcher = Fetchers.New(TimeProvider.System, options);

        var failed = await fetcher.FailAsync(new Uri($"http://{full.LocalEndpoint}/"));

        Assert.Equal((OutcomeClass.Timeout, true), (failed.Outcome, failed.IsUnreachable));
        Assert.Contains("did not take the connection within 0.3 s", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolverThatHangs_IsLeftAtTheDeadline()
    {
        var asked = new TaskCompletionSource();
        using var fetcher = new HttpFetcher(Fetchers.Options, _clock, async (_, ct) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return [];
        });
        var fetch = fetcher.FailAsync(new Uri("http://slow.example/"));
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(OutcomeClass.Timeout, (await fetch).Outcome);
    }

    [Fact]
    public async Task AnswerBehindTheAnswer_IsNobodysAnswer()
    {
        // Two answers to one question: the second is not to be taken for that to the next question.
        var second = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison";
        _server.On("/", $"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello{second}");
        _server.On("/next", HostileServer.Ok("next!"));

        Assert.Equal("hello"u8.ToArray(), (await _fetcher.PageAsync(_server.Url())).Body);
        Assert.Equal("next!"u8.ToArray(), (await _fetcher.PageAsync(_server.Url("/next"))).Body);
    }

    [Fact]
    public async Task NameWithoutAddress_IsUnreachable()
    {
        using var fetcher = new HttpFetcher(Fetchers.Options, TimeProvider.System, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        using var empty = Fetchers.Resolving(Array.Empty<string>());

        foreach (var failed in new[] { await fetcher.FailAsync(new Uri("http://nowhere.example/")), await empty.FailAsync(new Uri("http://nowhere.example/")) })
        {
            Assert.Equal((OutcomeClass.HttpError, "No address was found for nowhere.example.", true), (failed.Outcome, failed.Reason, failed.IsUnreachable));
        }
    }

    [Fact]
    public async Task ServerWithoutTls_IsAnErrorButNotUnreachable()
    {
        await using var plain = new PlainServer();

        var failed = await _fetcher.FailAsync(plain.HttpsUrl);

        Assert.Equal((OutcomeClass.HttpError, false), (failed.Outcome, failed.IsUnreachable));
    }

    private async Task AdvanceUntilAsync(Task fetch)
    {
        while (!fetch.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(fetch, Task.Delay(20, TestContext.Current.CancellationToken));
        }
    }

    private sealed class Crowd : IDisposable
    {
        private readonly List<Socket> _sockets = [];

        public Crowd(EndPoint at)
        {
            for (var n = 0; n < 4; n++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                _sockets.Add(socket);
                try
                {
                    socket.Connect(at);
                }
                catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
                {
                    // On its way.
                }
            }
        }

        public void Dispose() => _sockets.ForEach(s => s.Dispose());
    }
}
