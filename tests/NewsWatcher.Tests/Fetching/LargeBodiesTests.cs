using System.Text;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;
using NewsWatcher.Tests.Support.Hostile;

namespace NewsWatcher.Tests.Fetching;

public sealed class LargeBodiesTests : IAsyncDisposable
{
    private const int Max = 4 * 1024 * 1024;

    private readonly HostileServer _server = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task LargeBody_IsReadWhenTheOneBeforeWasKept(string? coding)
    {
        Serve("/", coding, LargeBodies.FreeToRead + 1);
        using var second = _fetcher.Room();
        Task<FetchResult> waiting;
        using (var first = _fetcher.Room())
        {
            Assert.IsType<FetchResult.Page>(await GetAsync("/", first));
            waiting = GetAsync("/", second);
            await _server.ArrivedAsync(Ct);
            await _server.ArrivedAsync(Ct);
            Serve("/small", coding, 1_000);
            using var small = _fetcher.Room();

            // Others do not wait, and by the time they are done the large one might have been.
            Assert.IsType<FetchResult.Page>(await GetAsync("/small", small));
            Assert.False(waiting.IsCompleted);
        }

        Assert.IsType<FetchResult.Page>(await waiting);
    }

    [Fact]
    public async Task LargeBodies_ArriveFewAtOnce_AndGoOnWhenThoseBeforeAreGone()
    {
        Serve("/", null, LargeBodies.FreeToArrive + 1);
        var all = Enumerable.Range(0, 10).Select(async _ =>
        {
            using var room = _fetcher.Room();
            return await GetAsync("/", room);
        });

        Assert.All(await Task.WhenAll(all), r => Assert.Equal(LargeBodies.FreeToArrive + 1, Assert.IsType<FetchResult.Page>(r).Body.Length));
    }

    [Fact]
    public async Task BodyThatIsRefused_LeavesItsRoom()
    {
        _server.On("/", Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', Max + 1)));
        for (var turn = 0; turn < 4; turn++)
        {
            using var room = _fetcher.Room();

            Assert.Equal(OutcomeClass.TooLarge, Assert.IsType<FetchResult.Failed>(await GetAsync("/", room)).Outcome);
        }
    }

    private Task<FetchResult> GetAsync(string path, BodyRoom room) => _fetcher.GetAsync(new(_server.Url(path), Max, Validators.None) { Room = room }, Ct);

    private void Serve(string path, string? coding, int length) => _server.On(path, coding is null
        ? Behaviour.Bodied(new byte[length]) : HostileServer.Coded(coding, BadCodings.Encode(coding, new byte[length])));
}
