using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Tests.Deals;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>Ledgers from the database, as of any instant of a replay.</summary>
public sealed class LedgerReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LedgerOfEachRecordedInstant_IsTheOneThatWasShownThen()
    {
        await using var temp = await RecordedDeal.CreateAsync();
        var reader = new LedgerReader(temp.Database);
        var shown = new List<(DateTimeOffset At, string Told)>();
        foreach (var moment in FirstDeal.Items.GroupBy(i => i.ReportedAt))
        {
            var now = moment.Key.AddHours(2);
            foreach (var item in moment)
            {
                await RecordedDeal.RecordAsync(temp.Database, item, now);
            }

            shown.Add((now, await ToldAsync(reader, now, asOf: null, recordedAsOf: null)));
        }

        foreach (var (at, told) in shown)
        {
            Assert.Equal(told, await ToldAsync(reader, Report.At("2026-12-31"), asOf: null, recordedAsOf: at));
            Assert.Equal(told, await ToldAsync(reader, Report.At("2026-12-31"), asOf: at, recordedAsOf: null));
        }
    }

    [Fact]
    public async Task LateRecord_ChangesWhatIsKnownOfADay_ButNotWhatWasKnownThatDay()
    {
        await using var temp = await RecordedDeal.CreateAsync();
        var reader = new LedgerReader(temp.Database);
        await RecordedDeal.RecordAsync(temp.Database, FirstDeal.Items[1], Report.At("2026-01-13"));
        await RecordedDeal.RecordAsync(temp.Database, FirstDeal.Items[3], Report.At("2026-05-01"));
        var day = Report.At("2026-03-01");

        var known = await reader.ReadAsync(FirstDeal.Id, Report.At("2026-06-01"), day, recordedAsOf: null, Ct);
        var then = await reader.ReadAsync(FirstDeal.Id, Report.At("2026-06-01"), day, recordedAsOf: day, Ct);

        Assert.Equal(36_000_000_000, Phase(known).Current?.Value);
        Assert.Empty(Phase(then).Amounts);
    }

    [Fact]
    public async Task Changes_AreTheDifferenceOfTwoInstants_AndCountTheArticlesBetween()
    {
        await using var temp = await RecordedDeal.CreateAsync();
        foreach (var item in FirstDeal.Items)
        {
            await RecordedDeal.RecordAsync(temp.Database, item, item.ReportedAt.AddHours(2));
        }

        var reader = new LedgerReader(temp.Database);
        var changes = await reader.ChangesAsync(FirstDeal.Id, Report.At("2026-02-13"), Report.At("2026-02-20"), Ct);
        var none = await reader.ChangesAsync(FirstDeal.Id, Report.At("2026-05-01"), Report.At("2026-06-01"), Ct);

        Assert.Equal(2, changes?.Items);
        Assert.Contains(changes?.Changes ?? [], c => c is { Kind: "stage", PartId: FirstDeal.Phase });
        Assert.Equal((0, 0), (none?.Items, none?.Changes.Count));
    }

    [Fact]
    public async Task UnknownDeal_HasNoLedgerAndNoChanges()
    {
        await using var temp = await RecordedDeal.CreateAsync();
        var reader = new LedgerReader(temp.Database);

        Assert.Null(await reader.ReadAsync("nobody", Report.At("2026-01-01"), null, null, Ct));
        Assert.Null(await reader.ChangesAsync("nobody", Report.At("2026-01-01"), Report.At("2026-02-01"), Ct));
    }

    [Fact]
    public async Task DealWithoutArticles_HasAnEmptyLedger()
    {
        await using var temp = await RecordedDeal.CreateAsync();

        var ledger = await new LedgerReader(temp.Database).ReadAsync(FirstDeal.Id, Report.At("2026-01-01"), null, null, Ct);

        Assert.Equal((Coverage.None, null), (ledger?.Coverage, ledger?.Stage));
    }

    private static async Task<string> ToldAsync(LedgerReader reader, DateTimeOffset now, DateTimeOffset? asOf, DateTimeOffset? recordedAsOf) =>
        await reader.ReadAsync(FirstDeal.Id, now, asOf, recordedAsOf, Ct) is { } ledger ? FirstDeal.Told(ledger) : "";

    private static LedgerPart Phase(DealLedger? ledger) => Assert.IsType<DealLedger>(ledger).Root.WithDescendants().Single(p => p.Id == FirstDeal.Phase);
}
