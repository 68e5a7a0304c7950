using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Tests.Support.Hostile;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>The whole catalogue polled twice, together with healthy feeds: once for all tests that look at how it ended.</summary>
public sealed class HostilePoll : IAsyncLifetime
{
    // The pages of all are read in the run of the whole program: NewsWatcher.Benchmarks hostile.
    public const int LinksEvery = 5;

    private readonly HostileStage _stage = new(LinksEvery);

    // Silence is waited for as long as a busy machine may need for an honest answer.
    private readonly WatchedFolder _folder = new(TimeProvider.System)
    {
        Fetching = new() { AllowedPrivateNetworks = { HostileStage.Network }, ArticleSpacing = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(4) },
    };

    internal PassReport First { get; private set; } = new();

    internal PassReport Second { get; private set; } = new();

    internal int Intruders => _stage.Intruders;

    internal IReadOnlyList<StoredFeed> Feeds { get; private set; } = [];

    internal int Items { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _folder.ConfigureAll(_stage.FeedsJson);
        First = await _folder.PollAsync();
        Second = await _folder.PollAsync(new PollRequest { All = true, ReadsArticles = false });
        Feeds = await _folder.Get<FeedStore>().ListAsync(CancellationToken.None);
        Items = (await _folder.ItemsAsync()).Count;
    }

    public async ValueTask DisposeAsync()
    {
        await _folder.DisposeAsync();
        await _stage.DisposeAsync();
    }
}
