using System.Globalization;
using NewsWatcher.Hosting;

namespace NewsWatcher.Tests.Cli;

/// <summary>items add, and deals add with something to start from.</summary>
public sealed class ItemSupplyTests : IDisposable
{
    private const string Story = "Aland and Bland sign the port accord\n\nThe two governments signed it on Tuesday. It is worth $5 billion.\n";

    private readonly CliFolder _folder = new();

    [Fact]
    public async Task PlainText_BecomesAnItemOfTheDealThatAPersonNamed()
    {
        var file = _folder.Write("story.txt", Story);

        var added = await _folder.JsonAsync("items", "add", file, "--deal", "a-b", "--url", "https://one.example/story?utm_source=x", "--published", "2026-02-17");
        var again = await _folder.JsonAsync("items", "add", file, "--deal", "a-b", "--url", "https://one.example/story");
        var shown = await _folder.JsonAsync("items", "show", added["id"]!.ToString());

        Assert.Equal((true, true, false), ((bool)added["new"]!, (bool)added["placed"]!, (bool)again["new"]!));
        Assert.Equal(
            ("https://one.example/story", "Aland and Bland sign the port accord", "2026-02-17T00:00:00Z", "One Press"),
            ((string?)shown["url"], (string?)shown["title"], (string?)shown["published"], (string?)shown["outlet"]));
        Assert.Equal("a-b", (string?)shown["deals"]![0]!["dealId"]);
        Assert.NotNull(shown["suppliedBy"]);
        Assert.Single((await _folder.JsonAsync("items", "list", "--deal", "a-b")).AsArray());
    }

    [Fact]
    public async Task ItemThatAPersonPutIntoADeal_StaysThereWhenItIsReadAgain()
    {
        var file = _folder.Write("story.txt", Story);
        await _folder.JsonAsync("items", "add", file, "--deal", "a-b", "--url", "https://one.example/story");

        await _folder.JsonAsync("items", "add", _folder.Write("edited.txt", Story + "A third sentence.\n"), "--url", "https://one.example/story");

        var item = Assert.Single((await _folder.JsonAsync("items", "list", "--deal", "a-b")).AsArray());
        Assert.Equal(2, (long)item!["versions"]!);
    }

    [Fact]
    public async Task BesideADaemon_TheItemIsLeftToItsNextTick()
    {
        await _folder.RunAsync("feeds", "list");
        using var daemon = InstanceLock.TryTake(_folder.Data);

        var run = await _folder.RunAsync("items", "add", _folder.Write("story.txt", Story));

        Assert.Equal(0, run.Code);
        Assert.Contains("The daemon matches it with the deals at its next tick.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "nowhere.txt")]
    [InlineData(1, "empty.txt")]
    [InlineData(2, "story.txt", "--published", "soon")]
    [InlineData(5, "story.txt", "--deal", "nobody")]
    [InlineData(1, "story.txt", "--url", "ftp://x")]
    public async Task WhatCannotBeTaken_LeavesNothing(int code, string name, params string[] more)
    {
        _folder.Write("story.txt", Story);
        _folder.Write("empty.txt", " \n");

        var run = await _folder.RunAsync(["items", "add", _folder.File(name), .. more]);

        Assert.Equal(code, run.Code);
        Assert.NotEqual("", run.Error);
        Assert.Empty((await _folder.JsonAsync("items", "list")).AsArray());
    }

    [Theory]
    [InlineData("550 billion USD", 550_000_000_000, "exact")]
    [InlineData("up to $44bn", 44_000_000_000, "upTo")]
    [InlineData("80兆円", 80_000_000_000_000, "exact")]
    public async Task NewDeal_HasItsTotalAndStartsFromAStory(string total, long value, string qualifier)
    {
        var run = await _folder.RunAsync("deals", "add", "--name", "Port accord", "--total", total, "--from", _folder.Write("story.txt", Story));

        Assert.Equal((0, ""), (run.Code, run.Error));
        var headline = (await _folder.JsonAsync("deals", "show", "port-accord"))["headline"]!;
        Assert.Equal((value.ToString(CultureInfo.InvariantCulture), qualifier), (headline["value"]!.ToJsonString(), (string?)headline["qualifier"]));
        Assert.Single((await _folder.JsonAsync("items", "list", "--deal", "port-accord")).AsArray());
    }

    [Theory]
    [InlineData("a lot")]
    [InlineData("$1bn and $2bn")]
    [InlineData("$1-2bn")]
    public async Task TotalThatIsNone_AddsNoDeal(string total)
    {
        var run = await _folder.RunAsync("deals", "add", "--name", "Port accord", "--total", total);

        Assert.Equal((2, $"\"{total}\" is no total: write 550 billion USD.\n"), (run.Code, run.Error));
        Assert.Equal(5, (await _folder.RunAsync("deals", "show", "port-accord")).Code);
    }

    public void Dispose() => _folder.Dispose();
}
