using System.Net;
using System.Text.Json;
using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Review;

/// <summary>Decisions from the pages: taken from a form of our own, and from nothing else.</summary>
public sealed class DecisionFormsTests
{
    private const string Text = "Lakeland Energy will build the first phase for $36 billion.";

    private static readonly (string, string) Accept = ("verdict", "accept");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepted_LeadsBackAndIsShownWithItsUndo()
    {
        await using var site = await ReviewSite.StartAsync();
        var (item, claim) = await ClaimAsync(site);

        using var answer = await site.PostAsync($"/items/{item}", $"/claims/{claim.Key}", [Accept, ("return", $"/items/{item}")], ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal((HttpStatusCode.Redirect, $"/items/{item}?decided=1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var page = await site.PageAsync($"/items/{item}?decided=1");
        Assert.Contains("Accepted, as decision 1", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/decisions/1/undo\"", page, StringComparison.Ordinal);
        Assert.IsType<Decision.Accepted>((await new ItemQueries(site.Database).FindAsync(item, Ct))!.Decided.On(claim.Key));
    }

    [Fact]
    public async Task Undone_DecidesNothing()
    {
        await using var site = await ReviewSite.StartAsync();
        var (item, claim) = await ClaimAsync(site);
        using var first = await site.PostAsync($"/items/{item}", $"/claims/{claim.Key}", [("verdict", "reject")]);

        using var answer = await site.PostAsync($"/items/{item}", "/decisions/1/undo", [("return", $"/items/{item}")]);

        Assert.Equal($"/items/{item}", answer.Headers.Location?.ToString());
        Assert.Null((await new ItemQueries(site.Database).FindAsync(item, Ct))!.Decided.On(claim.Key));
    }

    [Fact]
    public async Task Corrected_IsWhatWasTyped_AndWhy()
    {
        await using var site = await ReviewSite.StartAsync();
        var (item, claim) = await ClaimAsync(site);

        using var answer = await site.PostAsync($"/items/{item}", $"/claims/{claim.Key}", [("verdict", "correct"), ("amount", "up to 33 billion USD"), ("role", ""), ("why", "Of both plants.")]);

        var said = Assert.IsType<Decision.Corrected>((await new ItemQueries(site.Database).FindAsync(item, Ct))!.Decided.On(claim.Key));
        var sum = Assert.IsType<NewsWatcher.Extraction.Amount>(said.Fact);
        Assert.Equal((33_000_000_000m, NewsWatcher.Extraction.Qualifier.UpTo, NewsWatcher.Extraction.AmountRole.Tranche), (sum.Max ?? sum.Value, sum.Qualifier, sum.Role));
        Assert.Equal("Of both plants.", said.Why);
    }

    [Theory]
    [InlineData("verdict", "correct", "amount", "plenty", HttpStatusCode.BadRequest, "no sum")]
    [InlineData("verdict", "correct", "stage", "7", HttpStatusCode.BadRequest, "is none of")]
    [InlineData("verdict", "correct", "strength", "selected", HttpStatusCode.BadRequest, "is what a party has")]
    [InlineData("verdict", "burn", "why", "", HttpStatusCode.BadRequest, "accepted, rejected or corrected")]
    public async Task WhatCannotBeSaid_IsRefusedWithItsReason(string one, string first, string other, string second, HttpStatusCode status, string reason)
    {
        await using var site = await ReviewSite.StartAsync();
        var (item, claim) = await ClaimAsync(site);

        using var page = await site.PostAsync($"/items/{item}", $"/claims/{claim.Key}", [(one, first), (other, second)]);
        using var script = await site.PostAsync($"/items/{item}", $"/claims/{claim.Key}", [(one, first), (other, second)], ("Accept", "application/json"));

        Assert.Equal((status, status), (page.StatusCode, script.StatusCode));
        Assert.Contains(reason, await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var told = JsonDocument.Parse(await script.Content.ReadAsStringAsync(Ct));
        Assert.Contains(reason, told.RootElement.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Empty((await new ItemQueries(site.Database).FindAsync(item, Ct))!.Decisions);
    }

    [Theory]
    [InlineData(true, "Sec-Fetch-Site", "cross-site")]
    [InlineData(true, "Sec-Fetch-Site", "same-site")]
    [InlineData(true, "Sec-Fetch-Site", "none")]
    [InlineData(true, "Origin", "https://evil.example")]
    [InlineData(false, "Sec-Fetch-Site", "same-origin")]
    [InlineData(false, "Origin", "null")]
    public async Task FormThatIsNotOurs_ChangesNothing(bool hasToken, string header, string value)
    {
        await using var site = await ReviewSite.StartAsync();
        var (item, claim) = await ClaimAsync(site);

        using var answer = await site.PostAsync(hasToken ? $"/items/{item}" : null, $"/claims/{claim.Key}", [Accept], (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty((await new ItemQueries(site.Database).FindAsync(item, Ct))!.Decisions);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/items/1\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task ReturnToElsewhere_LeadsToTheInbox(string back)
    {
        await using var site = await ReviewSite.StartAsync();
        var (item, claim) = await ClaimAsync(site);

        using var answer = await site.PostAsync($"/items/{item}", $"/claims/{claim.Key}", [Accept, ("return", back)]);

        Assert.Equal("/inbox?decided=1", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task AddressThatOthersReach_TakesNoDecisions()
    {
        await using var site = await ReviewSite.StartAsync(settings: [("Web:Address", "0.0.0.0"), ("Web:AllowAnonymous", "true")]);
        var (item, claim) = await ClaimAsync(site);

        Assert.DoesNotContain("<form method=\"post\"", await site.PageAsync($"/items/{item}"), StringComparison.Ordinal);
        using var answer = await site.PostAsync(null, $"/claims/{claim.Key}", [Accept]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static async Task<(long Item, Claim Claim)> ClaimAsync(ReviewSite site)
    {
        var item = await Capture.ItemAsync(site.Database, "Port agreed", "https://wire.example/port", SampleLedger.Now, new Article { Title = "Port agreed", Text = Text, Language = "en" },
            Capture.Facts(Text, "$36 billion", "Lakeland Energy"));
        return (item, (await new ItemQueries(site.Database).FindAsync(item, Ct))!.Claims.Single(c => c.Fact is NewsWatcher.Extraction.Amount));
    }
}
