using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatcher.Review;
using NewsWatcher.Scheduling;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Scheduling;

public sealed class PollTickTests : IAsyncDisposable
{
    private readonly WatchedFolder _folder = new();
    private readonly Lifetime _lifetime = new();
    private readonly Told _log = new();
    private readonly HealthState _health;

    public PollTickTests() => _health = new(_folder.Clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _lifetime.Dispose();
        await _folder.DisposeAsync();
    }

    [Fact]
    public async Task TickThatFails_IsToldAndCounted_AndTheNextOneTriesAgain()
    {
        await _folder.StartAsync();
        await RunAsync("alter table feeds rename to lost");
        foreach (var isSound in new[] { true, true, false })
        {
            await TickAsync(Ct);
            Assert.Equal(isSound, _health.IsSound);
        }

        Assert.Equal(3, _log.Faults.Count);
        await RunAsync("alter table lost rename to feeds");
        await TickAsync(Ct);

        Assert.True(_health.IsSound);
    }

    [Fact]
    public async Task Stop_IsNoFailure()
    {
        await _folder.StartAsync();
        for (var tick = 0; tick < 3; tick++)
        {
            await TickAsync(new CancellationToken(canceled: true));
        }

        Assert.True(_health.IsSound);
        Assert.Empty(_log.Faults);
    }

    private async Task TickAsync(CancellationToken ct) =>
        await new PollTick(_folder.Get<Watch>(), _health, _lifetime, _log).Execute(null!, ct); // of the context nothing is read

    private Task RunAsync(string sql) => _folder.Database.WriteAsync(db => db.RunAsync(sql, null, Ct), Ct);

    private sealed class Told : ILogger<PollTick>
    {
        public List<Exception?> Faults { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Faults.Add(exception);
            }
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
