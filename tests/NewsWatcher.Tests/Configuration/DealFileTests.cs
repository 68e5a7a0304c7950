using NewsWatcher.Configuration;
using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Configuration;

public sealed class DealFileTests
{
    [Fact]
    public void NestedParts_GetTheirPathAsId()
    {
        var deals = Read("""
            { // a comment is fine
              "deals": [ { "id": "a-b", "name": "A–B", "kind": "umbrella", "headline": { "value": 5e9, "currency": "USD", "qualifier": "upTo" },
                "projects": [ { "name": "Port Élan" } ],
                "parts": [ { "id": "one", "name": "One", "parts": [ { "id": "plant", "kind": "project", "name": "Plant" } ] } ], } ] }
            """, out var problems);

        Assert.Empty(problems);
        Assert.Equal(["a-b", "a-b/port-elan", "a-b/one", "a-b/one/plant"], deals[0].Parts.Select(p => p.Id));
        Assert.Equal((5_000_000_000m, Qualifier.UpTo), (deals[0].Root.Headline!.Value, deals[0].Root.Headline!.Qualifier));
        Assert.Equal([DealKind.Umbrella, DealKind.Project, DealKind.Tranche, DealKind.Project], deals[0].Parts.Select(p => p.Kind));
    }

    [Fact]
    public void ManyProblems_AreToldAtOnceWithTheirLines()
    {
        Read("""
            { "deals": [
              { "id": "A B", "name": "x", "kind": "pledge" },
              { "id": "c", "parties": [ { "name": "P" } ],
                "aliasses": [] },
              { "id": "c", "name": "again", "headline": { "value": -1, "currency": "dollars" } } ] }
            """, out var problems);

        Assert.Equal(
            [
                "deals.json:2: the id \"A B\" may hold only a-z, 0-9 and -, at most 64",
                "deals.json:2: \"kind\": \"pledge\" is none of umbrella, tranche, project, agreement",
                "deals.json:3: \"name\" is missing",
                "deals.json:3: \"role\" is missing",
                "deals.json:4: \"aliasses\" is not known here",
                "deals.json:5: \"value\" must be a number above 0",
                "deals.json:5: \"currency\" must be an ISO 4217 code such as USD",
                "deals.json:5: the id \"c\" is used twice",
            ],
            problems.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"deals\": 7}")]
    [InlineData("{\"deals\": [}")]
    [InlineData("{\"deals\": []} trailing")]
    [InlineData("{\"deals\": [{\"id\":\"\\ud800\"}]}")]
    public void HostileText_IsAProblemAndNoException(string text)
    {
        Assert.Empty(Read(text, out var problems));

        Assert.NotEmpty(problems);
    }

    private static IReadOnlyList<FollowedDeal> Read(string text, out List<ConfigProblem> problems) => DealFile.Read(text, "deals.json", problems = []);
}
