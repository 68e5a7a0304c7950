using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Cli;

public sealed class ChangesCommandTests
{
    private static readonly ArticleFacts Facts = new()
    {
        Amounts = [new Amount("$7 billion", 7_000_000_000, null, null, "USD", Qualifier.Exact, AmountRole.Headline, null, "a-b", new Evidence(InTitle: false, 0, 3, "The text.", "test"))],
    };

    [Fact]
    public async Task ReaderWhoNeverLooked_IsToldFromTheBeginning_AndAfterMarkingNothing()
    {
        using var folder = new CliFolder();
        await folder.CaptureAsync("k", "Accord", Facts);

        Assert.Null((await folder.JsonAsync("changes", "a-b", "--reader", "ann"))[0]!["since"]); // one deal was asked for
        Assert.Equal(0, (await folder.RunAsync("changes", "a-b", "--reader", "ann", "--mark")).Code);
        Assert.Contains("Nothing changed.", (await folder.RunAsync("changes", "a-b", "--reader", "ann")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing changed.", (await folder.RunAsync("changes", "a-b", "--reader", "bob")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_AsksForWhatWasReportedSince_HoweverLateItWasCaptured()
    {
        using var folder = new CliFolder();
        await folder.CaptureAsync("k", "Accord", Facts);
        var (before, after) = (CliFolder.Now.AddDays(-1), CliFolder.Now.AddDays(1));

        Assert.Equal(1, (int?)(await folder.JsonAsync("changes", "a-b", "--since", before.ToString("O")))[0]!["items"]); // one deal was asked for
        Assert.Contains("Nothing changed.", (await folder.RunAsync("changes", "a-b", "--since", after.ToString("O"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DealThatNobodyFollows_IsNotFound()
    {
        using var folder = new CliFolder();

        Assert.Equal(5, (await folder.RunAsync("changes", "nobody")).Code);
    }
}
