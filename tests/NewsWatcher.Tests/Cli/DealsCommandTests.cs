using System.Text.Json.Nodes;
using NewsWatcher.Cli;

namespace NewsWatcher.Tests.Cli;

public sealed class DealsCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public async Task List_HasItsDocumentedShape() => Assert.Equal(
        """[{"id":"a-b","name":"A–B accord","kind":"umbrella","origin":"file","parts":["a-b/one"]}]""",
        (await _folder.JsonAsync("deals", "list")).ToJsonString(JsonShapes.Lines));

    [Fact]
    public async Task Show_PrintsWhatDealsJsonTakes()
    {
        var shown = await _folder.JsonAsync("deals", "show", "a-b");
        _folder.Write("config/deals.json", new JsonObject { ["deals"] = new JsonArray(shown) }.ToJsonString());

        Assert.Equal(0, (await _folder.RunAsync("deals", "check")).Code);
        Assert.Equal(shown.ToJsonString(), (await _folder.JsonAsync("deals", "show", "a-b")).ToJsonString());
    }

    [Fact]
    public async Task Add_NeedsNoJson()
    {
        var run = await _folder.RunAsync("deals", "add", "--name", "C–D ports", "--alias", "港湾", "--party", "Cland|C国=government", "--party", "Dcorp", "--keyword", "port");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            """{"id":"c-d-ports","name":"C–D ports","kind":"agreement","aliases":["港湾"],"keywords":["port"],"parties":[{"name":"Cland","role":"government","aliases":["C国"]}],"watch":[{"name":"Dcorp"}]}""",
            (await _folder.JsonAsync("deals", "show", "c-d-ports")).ToJsonString(JsonShapes.Lines));
        Assert.Equal(2, (await _folder.RunAsync("deals", "add", "--name", "C–D ports")).Code);
        Assert.Equal(0, (await _folder.RunAsync("deals", "remove", "c-d-ports")).Code);
        Assert.Equal(5, (await _folder.RunAsync("deals", "show", "c-d-ports")).Code);
    }

    [Fact]
    public async Task Questions_AreAskedAgainUntilTheAnswerMakesSense()
    {
        using var answers = new StringReader("\nC–D ports\nPorts, 港湾、Docks\nCland=king\nCland=government\nDcorp\n\nport,quay\n\nhttps://one.example/a\n");
        using var asked = new StringWriter();

        var draft = await new DealQuestions(answers, asked).AskAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(draft);
        Assert.Equal(("C–D ports", "https://one.example/a", null), (draft.Name, draft.From, draft.Total));
        Assert.Equal(["Ports", "港湾", "Docks"], draft.Aliases);
        Assert.Equal(["Cland", "Dcorp"], draft.Parties.Select(p => p.Name));
        Assert.Equal(["port", "quay"], draft.Keywords);
        Assert.Contains("\"king\" is no role of a party: government, investor", asked.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswersThatEndEarly_MakeNoDeal()
    {
        using var answers = new StringReader("\n\n");

        Assert.Null(await new DealQuestions(answers, TextWriter.Null).AskAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Edit_StandsInFrontOfTheFileUntilItIsRemoved()
    {
        var edited = await _folder.RunAsync("deals", "edit", "a-b", "--add-alias", "甲乙", "--add-keyword", "gas", "--remove-party", "Bcorp", "--add-party", "Ecorp=supplier", "--add-part", "port-x=Port X", "--remove-part", "one");

        Assert.Equal(0, edited.Code);
        Assert.Equal(
            """{"id":"a-b","name":"A–B accord","kind":"umbrella","aliases":["甲乙"],"keywords":["gas"],"headline":{"value":5000000000,"currency":"USD","qualifier":"exact"},"parties":[{"name":"Aland","role":"government"},{"name":"Ecorp","role":"supplier"}],"parts":[{"id":"port-x","name":"Port X","kind":"tranche"}]}""",
            (await _folder.JsonAsync("deals", "show", "a-b")).ToJsonString(JsonShapes.Lines));
        Assert.Equal("added", (string?)(await _folder.JsonAsync("deals", "list"))[0]!["origin"]);
        Assert.Equal(0, (await _folder.RunAsync("deals", "remove", "a-b")).Code);
        var back = await _folder.JsonAsync("deals", "list");
        Assert.Equal(("file", """["a-b/one"]"""), ((string?)back[0]!["origin"], back[0]!["parts"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("no alias \"X\"", "--remove-alias", "X")]
    [InlineData("no keyword \"X\"", "--remove-keyword", "X")]
    [InlineData("no party \"X\"", "--remove-party", "X")]
    [InlineData("no part \"a-b/x\"", "--remove-part", "x")]
    [InlineData("\"king\" is no role", "--add-party", "X=king")]
    [InlineData("names no party", "--add-party", "=government")]
    [InlineData("is no part", "--add-part", "=")]
    public async Task EditThatCannotBeMade_ChangesNothing(string said, params string[] args)
    {
        var run = await _folder.RunAsync(["deals", "edit", "a-b", "--add-alias", "Y", .. args]);

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Null((await _folder.JsonAsync("deals", "show", "a-b"))["aliases"]);
    }

    [Theory]
    [InlineData("""{ "id": "a-b", "name": "N" }""", null)]
    [InlineData("""{ "id": "other", "name": "N" }""", "x.json: the id must stay \"a-b\"")]
    [InlineData("{ \"id\": \"a-b\",\n \"nam\": \"N\" }", "x.json:1: \"name\" is missing")]
    [InlineData("", "x.json: must hold one deal")]
    [InlineData("{ // comment\n } // end", "x.json:1: \"name\" is missing")]
    public void EditedJson_IsCheckedLikeTheFile(string text, string? problem)
    {
        var (deal, problems) = DealEditor.Read(text, "x.json", "a-b");

        Assert.Equal(problem is null, deal is not null);
        Assert.Equal(problem, problems.FirstOrDefault());
    }

    [Theory]
    [InlineData("show")]
    [InlineData("edit")]
    [InlineData("remove")]
    public async Task UnknownDeal_IsNotFound(string verb)
    {
        var run = await _folder.RunAsync("deals", verb, "nobody");

        Assert.Equal((5, "There is no deal \"nobody\". newswatcher deals list shows them all.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task RemoveOfAConfiguredDeal_SaysHow()
    {
        var run = await _folder.RunAsync("deals", "remove", "a-b");

        Assert.Equal(2, run.Code);
        Assert.Contains(Path.Combine(_folder.Config, "deals.json"), run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
