using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>Listing pages, sitemaps and mails on the way of every feed.</summary>
public sealed class SourcesWithoutFeedTests : IAsyncDisposable
{
    private const string Page = """<html><body><ul class="news"><li><a href="/quay">Quay opens to gas carriers</a></li><li><a href="/plant">Power plant is approved</a></li></ul></body></html>""";

    private readonly HostileServer _server = new();
    private readonly WatchedFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _folder.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task ListingPage_IsAFeedLikeAnyOther_AndItsRebuildingIsTold()
    {
        _server.On("/news", HostileServer.Ok(Page, "ETag: \"1\""));
        await ConfigureAsync();

        var first = await _folder.PollAsync();
        var second = await _folder.PollAsync();
        _server.On("/news", HostileServer.Ok(Page.Replace("news", "list", StringComparison.Ordinal), "ETag: \"2\""));
        var third = await _folder.PollAsync();

        Assert.Equal((2, OutcomeClass.NotModified, OutcomeClass.ParseError), (first.Added, second.Feeds.Single().Outcome, third.Feeds.Single().Outcome));
        Assert.Contains("If-None-Match: \"1\"", _server.Requests[1], StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("\"item\": \"ul.news > li\" found nothing among", third.Feeds.Single().Reason, StringComparison.Ordinal);
        Assert.Equal(["Power plant is approved", "Quay opens to gas carriers"], (await _folder.ItemsAsync()).Select(i => i.Item.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MovedListing_IsBelievedByItsEntries()
    {
        _server.On("/news", HostileServer.Ok(Page));
        await ConfigureAsync();
        await _folder.PollAsync();
        _server.On("/news", $"HTTP/1.1 301 Moved\r\nLocation: {_server.Url("/press")}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        _server.On("/press", HostileServer.Ok("<html><body>Welcome</body></html>"));
        var elsewhere = await _folder.PollAsync();
        _folder.Clock.Advance(TimeSpan.FromHours(1));
        _server.On("/press", HostileServer.Ok(Page));
        var moved = await _folder.PollAsync();

        Assert.Equal((OutcomeClass.ParseError, OutcomeClass.Moved), (elsewhere.Feeds.Single().Outcome, moved.Feeds.Single().Outcome));
        Assert.Equal(_server.Url("/press").AbsoluteUri, (await _folder.Get<FeedStore>().FindAsync("site", Ct))?.MovedTo);
    }

    [Fact]
    public async Task MailFolder_IsPolled_AndABadMailStandsInTheReason()
    {
        _folder.Write("letters/a.eml", "nothing of a mail");
        await WriteMailAsync("b.eml", "<p><a href='https://port.example/1'>Quay opens to gas carriers</a></p><p><a href='https://known.example/2'>Power plant is approved</a></p>");
        await _folder.PollAsync();
        await _folder.Get<CatalogStore>().AddAsync(new Feed { Id = "letters", Name = "Letters", Mail = Path.Combine(_folder.Folder, "letters"), Articles = ArticlePolicy.Never }, DateTimeOffset.UnixEpoch, Ct);
        await _folder.Get<CatalogStore>().AddAsync(new Outlet { Id = "known", Name = "Known", Hosts = ["known.example"], Family = "known", Tier = OutletTier.Major }, Ct);

        var first = await _folder.PollAsync();
        var second = await _folder.PollAsync();

        Assert.Equal((OutcomeClass.Ok, 2, OutcomeClass.NotModified), (first.Feeds.Single().Outcome, first.Added, second.Feeds.Single().Outcome));
        Assert.Contains("a.eml (is no mail)", first.Feeds.Single().Reason, StringComparison.Ordinal);
        Assert.Equal([("Power plant is approved", "known"), ("Quay opens to gas carriers", "port.example")], (await _folder.ItemsAsync()).Select(i => (i.Item.Title, i.Item.OutletId)).OrderBy(i => i.Title, StringComparer.Ordinal));
    }

    private Task WriteMailAsync(string name, string html) => File.WriteAllTextAsync(Path.Combine(_folder.Folder, "letters", name),
        $"From: Desk <desk@port.example>\nSubject: Notes\nDate: Fri, 20 Mar 2026 07:00:00 +0000\nContent-Type: text/html; charset=utf-8\n\n{html}", Ct);

    private async Task ConfigureAsync()
    {
        await _folder.PollAsync();
        await _folder.Get<CatalogStore>().AddAsync(new Feed { Id = "site", Name = "Site", Url = _server.Url("/news"), Listing = new Listing { Item = "ul.news > li" }, Articles = ArticlePolicy.Never }, DateTimeOffset.UnixEpoch, Ct);
    }
}
