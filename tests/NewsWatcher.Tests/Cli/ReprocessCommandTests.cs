using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Cli;

public sealed class ReprocessCommandTests
{
    [Fact]
    public async Task WhatNobodyReadWithTheseDeals_IsReadOnce()
    {
        using var folder = new CliFolder();
        await folder.CaptureAsync("one", "A–B accord signed", ArticleFacts.None);

        var first = await folder.JsonAsync("reprocess");
        var second = await folder.RunAsync("reprocess");

        Assert.Equal((1, 1, 0, 0), ((int?)first["items"], (int?)first["moved"], (int?)first["failed"], (int?)first["left"]));
        Assert.Equal(1, (int?)first["placed"]);
        Assert.StartsWith("0 items read again", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("1 items read again", (await folder.RunAsync("reprocess", "--again", "--feed", "one")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--deal")]
    [InlineData("--feed")]
    public async Task UnknownName_IsNotFound(string option)
    {
        using var folder = new CliFolder();

        Assert.Equal(5, (await folder.RunAsync("reprocess", option, "nobody")).Code);
    }
}
