using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Deals;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>Decisions in the database: what they do to the views, that they last, and that they can be taken back.</summary>
public sealed class ReviewDeskTests
{
    private static readonly Reviewer Ann = new("ann", "misread");
    private static readonly FactCorrection To37 = new() { Sum = Money(37) };

    private readonly FakeTimeProvider _clock = new(Report.At("2026-04-01"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryVerdict_ChangesTheLedgerOfADeal_AndUndoingItGivesTheOneBefore()
    {
        await using var temp = await RecordedDeal.CreateWholeAsync();
        var (desk, before) = (new ReviewDesk(temp.Database, _clock), await ToldAsync(temp));
        var phase = await KeyAsync(temp, 4, FirstDeal.Phase);
        foreach (var (key, verdict) in new (string, Verdict)[] { (phase, new Verdict.Reject()), (phase, new Verdict.Correct(To37)), (await KeyAsync(temp, 3, FirstDeal.Id), new Verdict.Accept()) })
        {
            var decided = Assert.IsType<ReviewAnswer.Decided>(await desk.JudgeAsync(key[..8], verdict, alsoSimilar: true, Ann, Ct));
            Assert.NotEqual(before, await ToldAsync(temp));
            Assert.IsType<ReviewAnswer.Already>(await desk.JudgeAsync(key, verdict, alsoSimilar: true, new Reviewer("bob", null), Ct));

            Assert.IsType<ReviewAnswer.Decided>(await desk.UndoAsync(decided.Decisions[0].Id, together: true, Ann, Ct));
            Assert.Equal(before, await ToldAsync(temp));
            Assert.IsType<ReviewAnswer.Already>(await desk.UndoAsync(decided.Decisions[0].Id, together: false, Ann, Ct));
        }
    }

    [Fact]
    public async Task ItemThatAPersonTakesOutOfADeal_IsOutUntilThatIsTakenBack_AndWasInBefore()
    {
        await using var temp = await RecordedDeal.CreateWholeAsync();
        var (desk, before, items) = (new ReviewDesk(temp.Database, _clock), await ToldAsync(temp), new ItemQueries(temp.Database));
        var detail = await StateAsync(items);

        var out_ = Assert.IsType<ReviewAnswer.Decided>(await desk.AssignAsync(4, FirstDeal.Id, belongs: false, Ann, Ct));
        await RecordedDeal.RecordAsync(temp.Database, FirstDeal.Items[3], _clock.GetUtcNow());
        var without = await ToldAsync(temp);

        Assert.NotEqual(before, without);
        Assert.Contains("ann said that it does not belong to it: misread", (await items.FindAsync(4, Ct))!.Deals[0].Reasons);
        Assert.Equal(before, await ToldAsync(temp, recordedAsOf: Report.At("2026-03-31")));
        _clock.Advance(TimeSpan.FromDays(1));
        await desk.UndoAsync(out_.Decisions[0].Id, together: false, Ann, Ct);

        Assert.Equal((before, detail), (await ToldAsync(temp), await StateAsync(items)));
        Assert.Equal(without, await ToldAsync(temp, recordedAsOf: Report.At("2026-04-01").AddHours(1)));
    }

    [Fact]
    public async Task Decision_OutlivesAVersionThatNoLongerSaysSo_AndHoldsWhenItIsSaidAgain()
    {
        await using var temp = await RecordedDeal.CreateWholeAsync();
        var desk = new ReviewDesk(temp.Database, _clock);
        await desk.JudgeAsync(await KeyAsync(temp, 4, FirstDeal.Phase), new Verdict.Correct(To37), alsoSimilar: false, Ann, Ct);
        var decided = await ToldAsync(temp);

        await RecordedDeal.RecordAsync(temp.Database, FirstDeal.Items[3], _clock.GetUtcNow().AddHours(1), "Another wording around it.");
        Assert.Equal(decided, await ToldAsync(temp));

        await RecordedDeal.RecordAsync(temp.Database, FirstDeal.Items[3] with { Claims = [] }, _clock.GetUtcNow().AddHours(2), "Nothing of it.");
        Assert.DoesNotContain("37000000000", await ToldAsync(temp), StringComparison.Ordinal);

        await RecordedDeal.RecordAsync(temp.Database, FirstDeal.Items[3], _clock.GetUtcNow().AddHours(3), "It says so again.");
        Assert.Equal(decided, await ToldAsync(temp));
    }

    [Fact]
    public async Task SimilarClaims_AreCountedBeforeAsMany_AsAreDecided()
    {
        await using var temp = await RecordedDeal.CreateWholeAsync();
        var (desk, key) = (new ReviewDesk(temp.Database, _clock), await KeyAsync(temp, 4, FirstDeal.Phase));
        var verdict = new Verdict.Correct(new FactCorrection { Role = AmountRole.Background });

        var (similar, _) = await desk.SimilarAsync(key, verdict, Ann, Ct);
        var decided = Assert.IsType<ReviewAnswer.Decided>(await desk.JudgeAsync(key, verdict, alsoSimilar: true, Ann, Ct)).Decisions;

        Assert.Equal([7L], similar?.Select(c => c.ItemId));
        Assert.Equal([null, decided[0].Id], decided.Select(d => d.AlongWith));
        Assert.Equal(["ann", "ann"], decided.Select(d => d.Actor));
    }

    [Fact]
    public async Task ChangesOfTwoSpans_ComposeToThoseOfTheWhole_WithDecisionsInTheLog()
    {
        await using var temp = await RecordedDeal.CreateWholeAsync();
        var (desk, reader) = (new ReviewDesk(temp.Database, _clock), new LedgerReader(temp.Database));
        await desk.JudgeAsync(await KeyAsync(temp, 4, FirstDeal.Phase), new Verdict.Correct(To37), alsoSimilar: true, Ann, Ct);
        _clock.Advance(TimeSpan.FromDays(1));
        await desk.AssignAsync(6, FirstDeal.Id, belongs: false, Ann, Ct);
        _clock.Advance(TimeSpan.FromDays(1));
        await desk.UndoAsync(1, together: true, Ann, Ct);

        DateTimeOffset[] at = [Report.At("2026-02-20"), Report.At("2026-03-31"), .. Enumerable.Range(0, 4).Select(n => Report.At("2026-04-01").AddHours((24 * n) + 1))];
        for (var i = 1; i + 1 < at.Length; i++)
        {
            var (first, second, whole) = (await reader.ChangesAsync(FirstDeal.Id, at[0], at[i], Ct), await reader.ChangesAsync(FirstDeal.Id, at[i], at[i + 1], Ct), await reader.ChangesAsync(FirstDeal.Id, at[0], at[i + 1], Ct));
            Assert.Equal(ChangeEnds.Of(whole!.Changes).Order(), ChangeEnds.Composed(first!.Changes, second!.Changes).Order());
        }

        Assert.NotEmpty((await reader.ChangesAsync(FirstDeal.Id, at[1], at[2], Ct))!.Changes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("ABCDEF0123")]
    [InlineData("ffffffff")]
    [InlineData("' or 1=1 --")]
    [InlineData("%%%%%%%%")]
    public async Task ClaimThatIsNone_IsNotFound(string key)
    {
        await using var temp = await RecordedDeal.CreateAsync();

        Assert.IsType<ReviewAnswer.NotFound>(await new ReviewDesk(temp.Database, _clock).JudgeAsync(key, new Verdict.Accept(), alsoSimilar: false, Ann, Ct));
    }

    [Fact]
    public async Task WhatCannotBeDecided_IsRefusedWithItsReason()
    {
        await using var temp = await RecordedDeal.CreateWholeAsync();
        var (desk, key) = (new ReviewDesk(temp.Database, _clock), await KeyAsync(temp, 4, FirstDeal.Phase));

        Assert.Equal(new ReviewAnswer.Refused("A reviewer's name has 1 to 64 characters"), await desk.JudgeAsync(key, new Verdict.Accept(), alsoSimilar: false, new Reviewer(" ", null), Ct));
        Assert.Equal(new ReviewAnswer.Refused("That is what the claim says already: accept it instead"), await desk.JudgeAsync(key, new Verdict.Correct(new FactCorrection { Role = AmountRole.Tranche }), alsoSimilar: false, Ann, Ct));
        Assert.StartsWith("There is no part", Assert.IsType<ReviewAnswer.Refused>(await desk.JudgeAsync(key, new Verdict.Correct(new FactCorrection { PartId = "moon" }), alsoSimilar: false, Ann, Ct)).Reason, StringComparison.Ordinal);
        Assert.IsType<ReviewAnswer.NotFound>(await desk.UndoAsync(99, together: false, Ann, Ct));
        Assert.IsType<ReviewAnswer.NotFound>(await desk.AssignAsync(99, FirstDeal.Id, belongs: true, Ann, Ct));
        Assert.IsType<ReviewAnswer.NotFound>(await desk.AssignAsync(1, "nobody", belongs: true, Ann, Ct));
    }

    private static Amount Money(int billions) => Report.Money($"{billions}", FirstDeal.Phase, AmountRole.Tranche);

    private static async Task<string> KeyAsync(TempDatabase temp, long item, string part) =>
        (await new ItemQueries(temp.Database).FindAsync(item, Ct))!.Claims.First(c => c.Fact is Amount && c.Fact.PartId == part).Key; // recorded above

    private static async Task<string> ToldAsync(TempDatabase temp, DateTimeOffset? recordedAsOf = null) =>
        FirstDeal.Told((await new LedgerReader(temp.Database).ReadAsync(FirstDeal.Id, Report.At("2026-12-31"), recordedAsOf is null ? null : Report.At("2026-12-31"), recordedAsOf, Ct))!); // configured above

    private static async Task<string> StateAsync(ItemQueries items) => string.Join('\n', (await items.PageAsync(0, 100, Ct)).Select(i => $"{i.Item.Id} {i.Item.DevelopmentId} {i.Origin} {string.Join(' ', i.Deals.Select(d => $"{d.DealId} {d.Belongs} {string.Join(';', d.Reasons)}"))}"));
}
