namespace NewsWatcher.Tests.Cli;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public async Task File_IsReadAndNothingIsWritten()
    {
        var file = _folder.Write("story.txt", "Aland signs\n\nThe government of Aland agreed to invest up to $44 billion.\n");

        var told = await _folder.JsonAsync("explain", file);

        Assert.Equal(("Aland signs", (string?)null), ((string?)told["title"], (string?)told["url"]));
        var amount = told["facts"]!.AsArray().Single(f => (string?)f!["kind"] == "amount")!;
        Assert.Equal("The government of Aland agreed to invest up to $44 billion.", (string?)amount["sentence"]);
        Assert.Equal(("upTo", "44000000000"), ((string?)amount["fact"]!["qualifier"], amount["fact"]!["value"]!.ToJsonString()));
        Assert.False(string.IsNullOrEmpty((string?)amount["rule"]));
        Assert.Equal(["a-b"], told["deals"]!.AsArray().Select(d => (string)d!["dealId"]!));
        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task Page_IsToldWithItsNoticesAndDates()
    {
        var file = _folder.Write("page.html", """
            <html lang="en"><head><title>Aland signs</title><meta property="article:published_time" content="2026-02-17T08:00:00Z"></head><body><article><h1>Aland signs</h1>
            <p>The government of Aland agreed on Tuesday to invest in two ports and a power plant, the first projects of the accord.</p>
            <p>The ports will take three years to build, and the plant two, according to the ministry of works and its partners.</p>
            </article></body></html>
            """);

        var run = await _folder.RunAsync("explain", file, "--deal", "a-b");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Aland signs\n2026-02-17 08:00 UTC, en, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("a-b, score ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Aland opens a port", "The government of Aland opened a port.", "held back: too little speaks for it, 0.10 of 0.50")]
    [InlineData("Rain in the north", "Nobody was hurt.", "nothing in it touches this deal")]
    public async Task ArticleThatDoesNotBelong_IsToldWhyNot(string title, string text, string reason)
    {
        var file = _folder.Write("other.txt", $"{title}\n\n{text}\n");

        var told = await _folder.JsonAsync("explain", file, "--deal", "a-b");
        var missing = told["missing"]!.AsArray().Select(m => (string?)m);

        Assert.Contains(reason, Assert.Single(told["deals"]!.AsArray())!["reasons"]!.AsArray().Select(r => (string?)r));
        Assert.Contains("name \"A–B accord\"", missing);
        Assert.Contains("the total of A–B accord, 5 billion USD", missing);
        Assert.Equal(title.StartsWith("Rain", StringComparison.Ordinal), missing.Contains("country \"Aland\""));
        Assert.Contains("Not found in it:", (await _folder.RunAsync("explain", file, "--deal", "a-b")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "nowhere.html")]
    [InlineData(0, "empty.html")]
    [InlineData(5, "empty.html", "--deal", "nobody")]
    public async Task WhatCannotBeRead_IsTold(int code, string name, params string[] more)
    {
        _folder.Write("empty.html", "");

        var run = await _folder.RunAsync(["explain", _folder.File(name), .. more]);

        Assert.Equal(code, run.Code);
        Assert.NotEqual("", run.Error);
    }

    public void Dispose() => _folder.Dispose();
}
