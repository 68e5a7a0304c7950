using System.Globalization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Cli;

/// <summary>Decisions as they are typed.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private static readonly ArticleFacts Facts = new()
    {
        Amounts = [new Amount("$7 billion", 7_000_000_000, null, null, "USD", Qualifier.Exact, AmountRole.Tranche, null, "a-b/one", new Evidence(InTitle: false, 0, 3, "The text.", "test"))],
    };

    private readonly CliFolder _folder = new();

    [Fact]
    public async Task Correction_ChangesTheLedger_AndIsTakenBackByItsNumber()
    {
        var claim = await CaptureAsync();
        var before = await TextAsync();

        var corrected = await _folder.RunAsync("review", "correct", claim, "--amount", "up to 8 billion", "--why", "The ministry says so.", "--by", "ann");
        Assert.Equal((0, $"Decision 1: claim {claim} corrected to up to 8 billion USD, tranche — a-b/one.\nTaken back by: newswatcher review undo 1\n"), (corrected.Code, corrected.Output));
        Assert.Contains("up to 8 billion USD", await TextAsync(), StringComparison.Ordinal);
        Assert.Equal("Decision 1 of ann says so already. Nothing is changed.\n", (await _folder.RunAsync("review", "correct", claim, "--amount", "up to 8 billion USD")).Output);

        Assert.Equal(0, (await _folder.RunAsync("review", "undo", "1")).Code);
        Assert.Equal(before, await TextAsync());
    }

    [Fact]
    public async Task SimilarClaims_WaitForAWord()
    {
        var claim = await CaptureAsync("k");
        await CaptureAsync("l");
        await CaptureAsync("m");

        var asked = await _folder.RunAsync("review", "reject", claim, "--similar");
        var before = await TextAsync();
        var told = await _folder.RunAsync("review", "reject", claim, "--similar", "--yes");

        Assert.Contains("2 similar claims", asked.Output, StringComparison.Ordinal);
        Assert.Contains("7 billion USD                  current", before, StringComparison.Ordinal);
        Assert.Contains(", and the same of 2 more.\n", told.Output, StringComparison.Ordinal);
        Assert.Contains("7 billion USD                  rejected", await TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await _folder.RunAsync("review", "undo", "1", "--together")).Code);
        Assert.Equal(before, await TextAsync());
    }

    [Theory]
    [InlineData(2, "correct", "CLAIM")]
    [InlineData(2, "correct", "CLAIM", "--amount", "lots")]
    [InlineData(2, "correct", "CLAIM", "--stage", "mou")]
    [InlineData(2, "correct", "CLAIM", "--stage", "sold")]
    [InlineData(2, "correct", "CLAIM", "--currency", "'; drop table claims")]
    [InlineData(2, "correct", "CLAIM", "--part", "\u001b[31m")]
    [InlineData(2, "correct", "CLAIM", "--date", "2026-13-01")]
    [InlineData(2, "accept", "CLAIM", "--by", "")]
    [InlineData(2, "accept", "CLAIM", "--deal", "a-b")]
    [InlineData(2, "undo", "first")]
    [InlineData(5, "accept", "ffffffffff")]
    [InlineData(5, "accept", "9999", "--deal", "a-b")]
    [InlineData(5, "reject", "1", "--deal", "nobody")]
    [InlineData(5, "undo", "0")]
    [InlineData(5, "undo", "9223372036854775807")]
    public async Task WhatCannotBeDecided_IsRefused_AndNothingIsChanged(int code, params string[] args)
    {
        var claim = await CaptureAsync();
        var before = await TextAsync();

        var run = await _folder.RunAsync(["review", .. args.Select(a => a is "CLAIM" ? claim : a)]);

        Assert.Equal((code, ""), (run.Code, code == 2 && run.Output.Contains("Usage:", StringComparison.Ordinal) ? "" : run.Output));
        Assert.NotEqual("", run.Error);
        Assert.Equal(before, await TextAsync());
    }

    [Fact]
    public async Task ItemThatDoesNotBelong_LeavesTheDeal()
    {
        await CaptureAsync();

        Assert.Equal(0, (await _folder.RunAsync("review", "reject", "1", "--deal", "a-b", "--why", "Another accord.")).Code);
        Assert.Empty((await _folder.JsonAsync("items", "list", "--deal", "a-b")).AsArray());
        Assert.Equal(0, (await _folder.RunAsync("review", "accept", "1", "--deal", "a-b")).Code);
        Assert.Single((await _folder.JsonAsync("items", "list", "--deal", "a-b")).AsArray());
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> CaptureAsync(string key = "k")
    {
        var id = await _folder.CaptureAsync(key, $"Accord {key}", Facts);
        return ((string)(await _folder.JsonAsync("items", "show", id.ToString(CultureInfo.InvariantCulture)))["claims"]![0]!["key"]!)[..8]; // captured with one
    }

    private async Task<string> TextAsync() =>
        string.Join('\n', (await _folder.RunAsync("ledger", "a-b", "--as-of", "2026-12-31")).Output.Split('\n').Where(l => !l.Contains("as of", StringComparison.Ordinal)));
}
