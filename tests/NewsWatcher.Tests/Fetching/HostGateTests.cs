using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Fetching;

public sealed class HostGateTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task ThirdFetchOfAHost_WaitsForAFreePlace_OtherHostsDoNot()
    {
        var gate = new HostGate(2, TimeSpan.Zero, _clock);
        var first = await EnterAsync(gate, "a.example");
        using var second = await EnterAsync(gate, "A.EXAMPLE");
        var third = EnterAsync(gate, "a.example");
        using var other = await EnterAsync(gate, "b.example");
        Assert.False(third.IsCompleted);

        first.Dispose();

        (await third).Dispose();
    }

    [Fact]
    public async Task Waiting_IsInTheOrderOfComing()
    {
        var gate = new HostGate(1, TimeSpan.Zero, _clock);
        var pass = await EnterAsync(gate, "a.example");
        var waiting = Enumerable.Range(0, 5).Select(_ => EnterAsync(gate, "a.example")).ToList();

        foreach (var next in waiting)
        {
            pass.Dispose();
            pass = await next;
            Assert.Equal(waiting.IndexOf(next) + 1, waiting.Count(w => w.IsCompleted));
        }

        pass.Dispose();
    }

    [Fact]
    public async Task SpacedFetches_KeepTheirDistance()
    {
        var gate = new HostGate(2, TimeSpan.FromSeconds(1), _clock);
        (await EnterAsync(gate, "a.example", isSpaced: true)).Dispose();
        var second = EnterAsync(gate, "a.example", isSpaced: true);
        (await EnterAsync(gate, "b.example", isSpaced: true)).Dispose();
        (await EnterAsync(gate, "a.example")).Dispose();
        Assert.False(second.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));

        (await second).Dispose();
    }

    [Fact]
    public async Task WhoGivesUpWaiting_LeavesHisPlace()
    {
        var gate = new HostGate(1, TimeSpan.FromSeconds(1), _clock);
        using var stop = new CancellationTokenSource();
        (await EnterAsync(gate, "a.example", isSpaced: true)).Dispose();
        var waiting = gate.EnterAsync("a.example", isSpaced: true, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        (await EnterAsync(gate, "a.example")).Dispose();
    }

    [Fact]
    public async Task ManyHosts_AreForgottenWhenIdle()
    {
        var gate = new HostGate(1, TimeSpan.Zero, _clock);

        for (var i = 0; i < 10_000; i++)
        {
            (await EnterAsync(gate, $"{i}.example")).Dispose();
        }

        Assert.InRange(gate.Count, 1, 4096);
    }

    private static Task<IDisposable> EnterAsync(HostGate gate, string host, bool isSpaced = false) => gate.EnterAsync(host, isSpaced, TestContext.Current.CancellationToken);
}
