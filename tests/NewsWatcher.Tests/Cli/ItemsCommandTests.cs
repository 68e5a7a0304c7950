using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Cli;

public sealed class ItemsCommandTests : IDisposable
{
    private static readonly Evidence Evidence = new(InTitle: false, 4, 15, "Up to $44 billion.", "amount");

    private static readonly ArticleFacts Facts = new()
    {
        Amounts =
        [
            new("$44 billion", 44_000_000_000.00m, Min: null, Max: null, "USD", Qualifier.UpTo, AmountRole.Tranche, Per: null, "a-b/one", Evidence),
            new("$1–2 million", Value: null, 1_000_000, 2_000_000, "USD", Qualifier.Range, AmountRole.Project, Per: null, PartId: null, Evidence with { InTitle = true }),
        ],
        Parties = [new("Aland's", "Aland", PartyRole.Government, PartyStrength.Contracted, "a-b", Evidence), new("Bcorp", "Bcorp", Role: null, PartyStrength.Mentioned, PartId: null, Evidence)],
        Stages = [new(Stage.Announced, SourceGrade.Reported, Hedged: false, IsNews: true, "a-b", Evidence)],
        Milestones = [new("summit", MilestoneId: null, PartialDate.Day(2026, 3, 19), MilestoneOutcome.Scheduled, PartId: null, Evidence)],
        Projects = [new("first tranche", "a-b/one", Evidence)],
        Keywords = [new("gas power", "a-b", Evidence), new("gas power", "a-b", Evidence with { Sentence = "Gas power again." })],
    };

    private readonly CliFolder _folder = new();

    [Fact]
    public async Task ExportedLine_HasTheDocumentedShapeToTheLetter()
    {
        var id = await _folder.CaptureAsync("a", "Title", Facts, notices: [new(NoticeKind.AiGenerated, "Written by a machine.")]);
        await _folder.RunAsync("items", "tag", Number(id), "check");

        var run = await _folder.RunAsync("items", "export", "--format", "jsonl");

        Assert.Equal("""
            {"url":"https://one.example/a","feeds":["one"],"outlet":"One Press","title":"Title","published":"2026-02-18T09:00:00Z","language":"en","deals":[{"dealId":"a-b","score":0.75}],"keywords":["gas power"],"tags":["check"],"storyId":"1","duplicateOf":null,"origin":"one-press:a","stage":"announced","amounts":[{"text":"$44 billion","start":4,"end":15,"value":44000000000,"min":null,"max":null,"currency":"USD","qualifier":"upTo","role":"tranche"},{"text":"$1–2 million","start":4,"end":15,"value":null,"min":1000000,"max":2000000,"currency":"USD","qualifier":"range","role":"project","in":"title"}],"parties":[{"name":"Aland","role":"government"}],"projects":["First phase"],"milestones":[{"event":"summit","date":"2026-03-19"}],"notices":[{"kind":"aiGenerated","text":"Written by a machine."}]}

            """, run.Output);
    }

    [Fact]
    public async Task CopyOfAnotherItem_NamesItsAddress()
    {
        var root = await _folder.CaptureAsync("a", "Title", Facts);
        await _folder.CaptureAsync("b", "Title", Facts, new Origin("one-press:a", CopyOf: root, Counts: false, "A copy."));

        var items = JsonNode.Parse((await _folder.RunAsync("items", "export", "--format", "json")).Output)!.AsArray();

        Assert.Equal([null, "https://one.example/a"], items.Select(i => (string?)i!["duplicateOf"]));
    }

    [Fact]
    public async Task ExportedTable_HoldsNoFormula()
    {
        await _folder.CaptureAsync("a", "=HYPERLINK(\"https://evil.example\",\"x\")", Facts);

        var lines = (await _folder.RunAsync("items", "export", "--format", "csv")).Output.Split("\r\n");

        Assert.Equal("url,feeds,outlet,title,published,language,deals,keywords,tags,storyId,duplicateOf,origin,stage,amounts,parties,projects,milestones,notices", lines[0]);
        Assert.StartsWith("https://one.example/a,one,One Press,\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\",2026-02-18T09:00:00Z,en,a-b,gas power,,1,,one-press:a,announced,"
            + "44000000000 USD upTo tranche; 1000000-2000000 USD range project,Aland (government),First phase,2026-03-19 summit,", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public async Task ExportOfADeal_HoldsItsItemsAlone()
    {
        await _folder.CaptureAsync("a", "Title", Facts);

        Assert.Equal(1, (await _folder.RunAsync("items", "export", "--deal", "a-b")).Output.Count(c => c == '\n'));
        Assert.Equal(5, (await _folder.RunAsync("items", "export", "--deal", "nobody")).Code);
        Assert.Equal(2, (await _folder.RunAsync("items", "export", "--format", "xml")).Code);
    }

    [Theory]
    [InlineData(1, "list")]
    [InlineData(1, "list", "--deal", "a-b", "--outlet", "one-press", "--since", "2026-02-18")]
    [InlineData(0, "list", "--deal", "a-b", "--held-back")]
    [InlineData(0, "list", "--since", "2026-02-18T09:00:01Z")]
    [InlineData(0, "list", "--tag", "nothing")]
    [InlineData(1, "search", "the", "text")]
    [InlineData(0, "search", "the", "-text")]
    public async Task Filters_Filter(int count, params string[] args)
    {
        await _folder.CaptureAsync("a", "Title", Facts);

        Assert.Equal(count, (await _folder.JsonAsync(["items", .. args])).AsArray().Count);
    }

    [Fact]
    public async Task Show_TellsFactsWithTheirSentencesAndWhyItBelongs()
    {
        var id = await _folder.CaptureAsync("a", "A \u001b[31mred\u202e title", Facts, notices: [new(NoticeKind.Paywalled, "Subscribe.")]);
        await _folder.RunAsync("items", "note", Number(id), "Looked at.");

        var (_, text, _) = await _folder.RunAsync("items", "show", Number(id));
        var json = await _folder.JsonAsync("items", "show", Number(id));

        Assert.StartsWith("A [31mred title\nhttps://one.example/a\n", text, StringComparison.Ordinal);
        Assert.Contains("Belongs to a-b, score 0.75:\n  · names the accord\n", text, StringComparison.Ordinal);
        Assert.Contains($"amount: up to 44 billion USD, tranche — a-b/one [amount] [{((string)json["claims"]![0]!["key"]!)[..8]}]\n    “Up to $44 billion.”\n", text, StringComparison.Ordinal);
        Assert.Contains("paywalled: Subscribe.\n", text, StringComparison.Ordinal);
        Assert.Contains(": Looked at.\n", text, StringComparison.Ordinal);
        Assert.Equal((id, 9, 1, 1), ((long)json["id"]!, json["claims"]!.AsArray().Count, json["versions"]!.AsArray().Count, json["notes"]!.AsArray().Count));
        Assert.Equal(["names the accord"], json["matches"]![0]!["reasons"]!.AsArray().Select(r => (string)r!));
    }

    [Fact]
    public async Task Tag_ComesAndGoes()
    {
        var id = await _folder.CaptureAsync("a", "Title", Facts);
        await _folder.RunAsync("items", "tag", Number(id), "x", "電力");
        await _folder.RunAsync("items", "tag", Number(id), "x", "--remove");

        Assert.Equal("""["電力"]""", (await _folder.JsonAsync("items", "show", Number(id)))["tags"]!.ToJsonString(NewsWatcher.Cli.JsonShapes.Lines));
        Assert.Equal(2, (await _folder.RunAsync("items", "tag", Number(id), " ")).Code);
    }

    [Theory]
    [InlineData("show", "77")]
    [InlineData("tag", "77", "x")]
    [InlineData("note", "77", "x")]
    public async Task UnknownItem_IsNotFound(params string[] args)
    {
        var run = await _folder.RunAsync(["items", .. args]);

        Assert.Equal((5, "There is no item 77. newswatcher items list shows the newest.\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("list", "--since", "yesterday")]
    [InlineData("list", "--limit", "many")]
    [InlineData("show", "one")]
    [InlineData("search")]
    public async Task WhatCannotBeUnderstood_IsAUsageError(params string[] args) => Assert.Equal(2, (await _folder.RunAsync(["items", .. args])).Code);

    public void Dispose() => _folder.Dispose();

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
