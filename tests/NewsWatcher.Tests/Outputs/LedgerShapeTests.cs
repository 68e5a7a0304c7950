using NewsWatcher.Cli;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Outputs;

namespace NewsWatcher.Tests.Outputs;

public sealed class LedgerShapeTests
{
    private static readonly DateTimeOffset At = new(2026, 2, 18, 9, 0, 0, TimeSpan.Zero);

    private static readonly LedgerAmount Cap = Amount(44_000_000_000m, Qualifier.UpTo, ClaimStatus.Superseded, "The first phase is up to $44 billion.") with { IsLead = true, Note = "machine-written page" };

    private static readonly DealLedger Ledger = new()
    {
        DealId = "a-b",
        Name = "A–B accord",
        AsOf = At,
        Stage = Stage.Announced,
        Root = new()
        {
            Id = "a-b", Kind = DealKind.Umbrella, Name = "A–B accord", Stage = Stage.Announced,
            Parts = [new() { Id = "a-b/one", Kind = DealKind.Tranche, Name = "First phase", Amounts = [Amount(36_000_000_000.0m, Qualifier.Exact, ClaimStatus.Current, "It comes to $36 billion."), Cap] }],
        },
        Milestones = [new("summit", "Summit", PartialDate.Day(2026, 3, 19), MilestoneOutcome.Met, IsOverdue: false, IsLead: false, [PartialDate.Month(2026, 3), PartialDate.Day(2026, 3, 19)], Cap.Claims)],
        Parties = [new("Bcorp", Role: null, PartyStrength.Mentioned, IsLead: false, ["a-b"], Cap.Claims)],
        Conflicts = [new("a-b/one", ConflictCause.Disagreement, "36 against 44.", Cap.Claims)],
        Background = [Amount(25_000_000m, Qualifier.About, ClaimStatus.Current, "Exports are worth $25 million.") with { Role = AmountRole.Background }],
        Coverage = new(3, 2, 1),
    };

    [Fact]
    public void Json_HasTheDocumentedShapeToTheLetter() => Assert.Equal("""
        {"deal":"a-b","stage":"announced","parts":[{"id":"a-b","kind":"umbrella","name":"A–B accord","stage":"announced","amounts":[],"parts":[{"id":"a-b/one","kind":"tranche","name":"First phase","stage":null,"amounts":[{"role":"tranche","value":36000000000,"min":null,"max":null,"currency":"USD","qualifier":"exact","asOf":"2026-02-18T09:00:00Z","status":"current","origins":1,"items":2,"sentence":"It comes to $36 billion.","url":"https://one.example/a","claim":"k","lead":false,"note":null},{"role":"tranche","value":44000000000,"min":null,"max":null,"currency":"USD","qualifier":"upTo","asOf":"2026-02-18T09:00:00Z","status":"superseded","origins":1,"items":2,"sentence":"The first phase is up to $44 billion.","url":"https://one.example/a","claim":"k","lead":true,"note":"machine-written page"}],"parts":[]}]}],"spent":null,"milestones":[{"id":"summit","event":"Summit","date":"2026-03-19","outcome":"met","overdue":false,"lead":false,"dates":["2026-03","2026-03-19"],"sentence":"The first phase is up to $44 billion.","url":"https://one.example/a","claim":"k"}],"parties":[{"name":"Bcorp","role":null,"strength":"mentioned","lead":false,"parts":["a-b"],"sentence":"The first phase is up to $44 billion.","url":"https://one.example/a","claim":"k"}],"conflicts":[{"part":"a-b/one","cause":"disagreement","alarms":true,"text":"36 against 44.","claims":[{"sentence":"The first phase is up to $44 billion.","url":"https://one.example/a","claim":"k"}]}],"background":[{"role":"background","value":25000000,"min":null,"max":null,"currency":"USD","qualifier":"about","asOf":"2026-02-18T09:00:00Z","status":"current","origins":1,"items":2,"sentence":"Exports are worth $25 million.","url":"https://one.example/a","claim":"k","lead":false,"note":null}],"asOf":"2026-02-18T09:00:00Z","coverage":{"items":3,"outlets":2,"origins":1}}
        """, LedgerShape.Of(Ledger).ToJsonString(JsonShapes.Lines));

    [Fact]
    public void Text_IsATreeWithALineForEachFigure() => Assert.Equal("""
        A–B accord
        a-b, as of 2026-02-18 09:00 UTC
        Stage: announced
        Spent: none reported
        3 articles, 2 outlets, 1 origin

        Figures
          A–B accord (umbrella, announced): no figure reported
            First phase (tranche)
              36 billion USD                 current         1 origin, 2026-02-18
              up to 44 billion USD           superseded lead 1 origin, 2026-02-18
                machine-written page

        Milestones
          2026-03-19  met        Summit
              stated as 2026-03, then 2026-03-19

        Parties
          mentioned: Bcorp

        Differing figures
          ! sources disagree: 36 against 44.

        Set apart: 1 number that is no part of the deal (--background)

        The sentences: newswatcher ledger a-b --sentences

        """.ReplaceLineEndings("\n"), Text(width: null, withMore: false));

    [Fact]
    public void Text_HasEverySentenceAndTheBackgroundOnDemand()
    {
        var text = Text(width: null, withMore: true);

        Assert.Contains("“It comes to $36 billion.” [k]\n", text, StringComparison.Ordinal);
        Assert.Contains("  mentioned: Bcorp\n      “The first phase is up to $44 billion.” [k]\n      https://one.example/a\n", text, StringComparison.Ordinal);
        Assert.Contains("Background, no part of the deal\n  about 25 million USD", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--sentences", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    public void Text_FitsNarrowTerminals(int width) => Assert.All(Text(width, withMore: true).Split('\n'), l => Assert.True(l.Length <= width, l));

    [Fact]
    public void SpentThatWasReported_IsAFigure() =>
        Assert.Equal("spent", (string?)LedgerShape.Of(Ledger with { Spent = Cap with { Role = AmountRole.Spent } })["spent"]!["role"]);

    [Fact]
    public void LongNames_AreCutWhereTheLineEnds_WideCharactersCountingTwice()
    {
        var wide = Ledger with { Milestones = [Ledger.Milestones[0] with { Event = string.Concat(Enumerable.Repeat("日米首脳会談", 10)) }] };

        Assert.Contains("  2026-03-19  met        日米首脳会談日米首脳会談日米首脳会談日米首脳会談日米首…\n", Text(width: 80, withMore: false, wide), StringComparison.Ordinal);
    }

    private static string Text(int? width, bool withMore, DealLedger? ledger = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new LedgerText(new Terminal(output, TextWriter.Null, width), withMore, withMore).Tell(ledger ?? Ledger);
        return output.ToString();
    }

    private static LedgerAmount Amount(decimal value, Qualifier qualifier, ClaimStatus status, string sentence)
    {
        var fact = new Amount("x", value, Min: null, Max: null, "USD", qualifier, AmountRole.Tranche, Per: null, "a-b/one", new(InTitle: false, 0, 1, sentence, "test"));
        var item = new ReportedItem
        {
            Id = 1, Url = "https://one.example/a", Title = "Title", Text = sentence, ReportedAt = At, Outlet = new Outlet { Id = "one", Name = "One", Family = "one" },
        };
        return new()
        {
            Role = AmountRole.Tranche, Value = value, Currency = "USD", Qualifier = qualifier, AsOf = At, Status = status, Origins = 1, Items = 2,
            Claims = [new(new Claim { Key = "k", ItemId = 1, Fact = fact, ReportedAt = At, RecordedAt = At }, item)],
        };
    }
}
