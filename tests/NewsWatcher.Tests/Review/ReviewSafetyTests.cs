using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Review;

/// <summary>What the pages withstand.</summary>
public sealed class ReviewSafetyTests
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&amp;";

    [Theory]
    [InlineData("/")]
    [InlineData("/items/1")]
    [InlineData("/nothing")]
    [InlineData("/sample/fault")]
    [InlineData("/healthz")]
    [InlineData("/assets/none.css")]
    public async Task EveryResponse_CarriesTheSafeHeaders(string path)
    {
        await using var site = await ReviewSite.StartAsync();

        using var response = await site.SendAsync(path);

        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Assets_AreKeptByBrowsersForEver()
    {
        await using var site = await ReviewSite.StartAsync();

        foreach (var (asset, type) in new[] { (NewsWatcher.Review.Asset.Style, "text/css"), (NewsWatcher.Review.Asset.Script, "text/javascript"), (NewsWatcher.Review.Asset.Icon, "image/svg+xml") })
        {
            using var response = await site.SendAsync(asset.Address);

            Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Fault_ShowsNothingOfTheInside()
    {
        await using var site = await ReviewSite.StartAsync();

        using var response = await site.SendAsync("/sample/fault");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:1234", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("watch.example", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    public async Task ForeignHostName_IsRefused(string host, HttpStatusCode status)
    {
        await using var site = await ReviewSite.StartAsync(settings: ("Web:AllowedHosts:0", "watch.example"));

        using var response = await site.SendAsync("/items", host: host);

        Assert.Equal(status, response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("ODD")]
    public async Task OtherMethodThanReading_IsRefused(string method)
    {
        await using var site = await ReviewSite.StartAsync();

        using var response = await site.SendAsync("/items", method);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("localhost", false, true)]
    [InlineData("0.0.0.0", false, false)]
    [InlineData("192.168.1.5", false, false)]
    [InlineData("0.0.0.0", true, true)]
    [InlineData("everywhere", true, false)]
    public async Task AddressThatOthersReach_NeedsAWordForIt(string address, bool anonymous, bool starts)
    {
        await using var temp = await TempDatabase.CreateAsync();
        await using var app = ReviewSite.Build(temp.Database, isDemo: false, ("Web:Address", address), ("Web:Port", "0"), ("Web:AllowAnonymous", $"{anonymous}"));

        var fault = Record.Exception(() => app.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(starts, fault is null);
        Assert.Equal(!starts, fault is OptionsValidationException);
    }

    [Theory]
    [InlineData("Web:Port", "70000")]
    [InlineData("Web:Port", "many")]
    [InlineData("Web:Address", "0.0.0.0")]
    public async Task FaultySetting_ServesNothing(string name, string value)
    {
        await using var temp = await TempDatabase.CreateAsync();
        await using var app = ReviewSite.Build(temp.Database, isDemo: false, (name, value));

        await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Empty(app.Urls);
    }

    [Fact]
    public async Task Pages_KeepNoKeysOnDisk()
    {
        await using var site = await ReviewSite.StartAsync();

        Assert.DoesNotContain(site.Hosted, s => s.GetType().FullName!.Contains("DataProtection", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Script)]
    [InlineData("\u202Emoc.live\u202D \u2067right to left")]
    [InlineData("@Model {{7*7}} ${7*7} <%= 1 %> &#60;b&#62;")]
    [InlineData("\0\u0001\ud800 broken")]
    public async Task HostileText_IsShownAsText(string hostile)
    {
        await using var site = await ReviewSite.StartAsync();
        var text = $"{hostile} promised $36 billion to {hostile}.\n\nLakeland Energy too.";
        await Capture.FeedAsync(site.Database, "bad", hostile, SampleLedger.Now, OutcomeClass.HttpError, hostile, 1);
        var id = await Capture.ItemAsync(site.Database, hostile, "javascript:alert(1)", SampleLedger.Now, new Article
        {
            Title = hostile, Text = text, Language = "\"><script>", Byline = hostile, Notices = [new(NoticeKind.Paywalled, hostile)],
        }, Capture.Facts(text, "$36 billion", "Lakeland Energy"));

        foreach (var path in (string[])["/", "/items", "/items?q=" + Uri.EscapeDataString(hostile.Replace("\ud800", "", StringComparison.Ordinal)), $"/items/{id}", "/feeds", "/feeds/bad"])
        {
            var page = await site.PageAsync(path);

            Assert.Equal(1, page.Split("<script", StringSplitOptions.None).Length - 1);
            Assert.Contains($"<script src=\"{NewsWatcher.Review.Asset.Script.Address}\" defer></script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\u202E", page.Split("<title>")[1].Split("</title>")[0], StringComparison.Ordinal);
            Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HugeItem_IsShownWhole()
    {
        await using var site = await ReviewSite.StartAsync();
        var title = string.Concat(Enumerable.Repeat("𠮷野家", 2500));
        var text = string.Concat(Enumerable.Repeat("long word ", 20_000)) + "$36 billion for Lakeland Energy.";
        var id = await Capture.ItemAsync(site.Database, title, "https://wire.example/" + new string('x', 4000), SampleLedger.Now, new Article { Title = title, Text = text }, Capture.Facts(text, "$36 billion", "Lakeland Energy"));

        Assert.Contains(title, WebUtility.HtmlDecode(await site.PageAsync($"/items/{id}")), StringComparison.Ordinal);
        Assert.DoesNotContain(title, WebUtility.HtmlDecode(await site.PageAsync("/items")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_IsDegradedWhileTheDiskIsNearlyFull()
    {
        await using var site = await ReviewSite.StartAsync();
        site.Health.Passed(new PassReport { IsStorageLow = true });
        using var low = await site.SendAsync("/healthz");
        site.Health.Passed(new PassReport());
        using var well = await site.SendAsync("/healthz");

        Assert.Equal([503, 200], new[] { low, well }.Select(r => (int)r.StatusCode));
        Assert.Equal("{\"status\":\"degraded\"}", await low.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Health_OutlastsALongPassAndNotThreeFailedOnes()
    {
        await using var site = await ReviewSite.StartAsync();
        site.Health.Tick();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Health.Report(new(1, 2, 0));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var busy = await site.SendAsync("/healthz");
        site.Health.Failed();
        site.Health.Failed();
        using var trying = await site.SendAsync("/healthz");
        site.Health.Failed();
        using var failing = await site.SendAsync("/healthz");

        Assert.Equal([200, 200, 503], new[] { busy, trying, failing }.Select(r => (int)r.StatusCode));
    }

    [Fact]
    public async Task Health_FollowsTheSchedule()
    {
        await using var site = await ReviewSite.StartAsync();
        using var early = await site.SendAsync("/readyz");
        site.Health.Tick();
        using var ready = await site.SendAsync("/readyz");
        using var live = await site.SendAsync("/healthz");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var stalled = await site.SendAsync("/healthz");

        Assert.Equal([503, 200, 200, 503], new[] { early, ready, live, stalled }.Select(r => (int)r.StatusCode));
        Assert.Equal("{\"status\":\"ok\"}", await live.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
