using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class ItemIntakeTests
{
    private const string Story = "A port is agreed\n\nThe two sides agreed on a port for 2.1 billion dollars.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PastedText_IsAnItemWithItsSupplierAndGoesTheSameWay()
    {
        await using var folder = new WatchedFolder();
        await folder.PollAsync();

        var kept = Assert.IsType<Intake.Kept>(await AddAsync(folder, "-", text: Story));
        await folder.Get<Watch>().SettleAsync(Ct);

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal((kept.ItemId, "A port is agreed", "ann", "read"), (item.Id, item.Title, item.SuppliedBy, item.Reading));
        Assert.NotNull(item.DevelopmentId);
    }

    [Fact]
    public async Task SameTextTwice_IsOneItem()
    {
        await using var folder = new WatchedFolder();
        await folder.PollAsync();

        var first = Assert.IsType<Intake.Kept>(await AddAsync(folder, "-", text: Story));
        var second = Assert.IsType<Intake.Kept>(await AddAsync(folder, "-", text: Story));

        Assert.Equal((first.ItemId, true, false), (second.ItemId, first.IsNew, second.IsNew));
    }

    [Fact]
    public async Task FileOfAPage_IsReadLikeOne()
    {
        await using var folder = new WatchedFolder();
        await folder.PollAsync();
        folder.Page("one", "A plant is announced", "It will cost 44 billion dollars.");

        Assert.IsType<Intake.Kept>(await AddAsync(folder, Path.Combine(folder.Folder, "pages/one.html"), url: "https://news.example/one.html"));

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal(("A plant is announced", "https://news.example/one.html"), (item.Title, item.Url));
    }

    [Theory]
    [InlineData("no-such-file.txt", null, null)]
    [InlineData("-", "   ", null)]
    [InlineData("-", "Some text", "javascript:alert(1)")]
    public async Task WhatCannotBeTaken_IsRefusedWithAReason(string source, string? text, string? url)
    {
        await using var folder = new WatchedFolder();
        await folder.PollAsync();

        Assert.NotEmpty(Assert.IsType<Intake.Refused>(await AddAsync(folder, source, text, url)).Reason);
    }

    private static Task<Intake> AddAsync(WatchedFolder folder, string source, string? text = null, string? url = null) =>
        folder.Get<ItemIntake>().AddAsync(source, title: null, text, url, published: null, "ann", Ct);
}
