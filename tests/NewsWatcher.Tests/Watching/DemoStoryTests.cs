using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using NewsWatcher.Cli;

namespace NewsWatcher.Tests.Watching;

/// <summary>The whole way through: run --demo over the pages that ship, asked over HTTP and on the command line.</summary>
public sealed class DemoStoryTests(DemoStory story) : IClassFixture<DemoStory>
{
    [Fact]
    public void Promise_IsAnUmbrellaThatItsPartsAreNotAddedTo() =>
        Assert.Equal((550e9m, "exact", "headline"), (Number(Current(story.Root)), Text(Current(story.Root), "qualifier"), Text(Current(story.Root), "role")));

    [Fact]
    public void FirstPhase_IsTheSumOfItsProjects()
    {
        var phase = story.Part("japan-us-550b/phase-1");

        Assert.Equal(36e9m, Number(Current(phase)));
        Assert.Equal([33.3e9m, 2.1e9m, 0.6e9m], phase["parts"]!.AsArray().Select(p => Number(Current(p!))));
    }

    [Fact]
    public void FirstCap_WasNeverMoreThanALead()
    {
        var cap = Assert.Single(story.Part("japan-us-550b/phase-1")["amounts"]!.AsArray(), a => (decimal?)a!["value"] == 44e9m)!;

        Assert.Equal(("upTo", "superseded", true, 0), (Text(cap, "qualifier"), Text(cap, "status"), (bool)cap["lead"]!, (int)cap["origins"]!));
    }

    [Fact]
    public void NobodyReportedSpending_SoThereIsNone()
    {
        Assert.Null(story.Ledger["spent"]);
        Assert.Equal("announced", Text(story.Ledger, "stage"));
    }

    [Fact]
    public void Summit_WasKnownToTheMonthAndThenMet()
    {
        var summit = Assert.Single(story.Ledger["milestones"]!.AsArray(), m => (string?)m!["id"] == "summit")!;

        Assert.Equal(("2026-03-19", "met", false), (Text(summit, "date"), Text(summit, "outcome"), (bool)summit["lead"]!));
        Assert.Equal("2026-03", (string?)summit["dates"]![0]);
    }

    [Theory]
    [InlineData("Mitsubishi Corporation")]
    [InlineData("Marubeni")]
    public void TradingHouse_IsMentionedAndHasNoPart(string name)
    {
        var party = Assert.Single(story.Ledger["parties"]!.AsArray(), p => (string?)p!["name"] == name)!;

        Assert.Equal((null, "mentioned"), ((string?)party["role"], Text(party, "strength")));
    }

    [Fact]
    public void Slip_IsHeldBackAndTold()
    {
        Assert.All(story.Amounts.Where(a => (decimal?)a["value"] == 55e9m), a => Assert.NotEqual("current", Text(a, "status")));
        Assert.Contains(story.Ledger["conflicts"]!.AsArray(), c => Text(c!, "cause") == "unitSlip" && (bool)c!["alarms"]!);
    }

    [Fact]
    public void TailOfRelatedArticles_GivesNoFigure()
    {
        Assert.All(story.Amounts.Concat(story.Ledger["background"]!.AsArray().OfType<JsonObject>()), a => Assert.NotEqual(650e9m, (decimal?)a["value"]));
    }

    [Fact]
    public void MachinePage_ConfirmsNothing()
    {
        var url = story.Amounts.Where(a => (decimal?)a["value"] == 44e9m).Select(a => Text(a, "url")).First();

        Assert.All(story.Amounts.Where(a => Text(a, "url") == url), a => Assert.Equal(0, (int)a["origins"]!));
    }

    [Fact]
    public async Task Page_ShowsTheSameAndSaysDemo()
    {
        using var client = new HttpClient { BaseAddress = story.Address };
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/deals/japan-us-550b", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains("DEMO", page, StringComparison.Ordinal);
        Assert.All(["$550\u00a0bn", "$36\u00a0bn", "$33.3\u00a0bn", "$2.1\u00a0bn", "$600\u00a0m", "up to $44\u00a0bn", "none reported", "Marubeni", "publisher says: AI-generated"],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_FindsTheDaemonWhereverItListens() =>
        Assert.Equal(0, await Boundary.RunAsync(["health", "--demo", "--data", story.Data], new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null }, TestContext.Current.CancellationToken));

    private static JsonNode Current(JsonNode part) => part["amounts"]!.AsArray().First(a => Text(a!, "status") == "current")!;

    private static decimal Number(JsonNode amount) => (decimal)amount["value"]!;

    private static string? Text(JsonNode shape, string name) => (string?)shape[name];
}
