using System.Text.Json;
using NewsWatcher.Cli;
using NewsWatcher.Tests.Deals;

namespace NewsWatcher.Tests.Cli;

/// <summary>The lines that group answers with.</summary>
public sealed class StoryGroupingTests
{
    private const string Text = "The two governments named the first projects of the $550 billion investment on Tuesday; a gas-fired power plant in Ohio gets $33.3 billion, and Element Six builds a plant for synthetic diamonds in Georgia.";

    [Fact]
    public void Line_IsAnsweredWithItsStoryAndDeals_AndACopyWithItsRoot()
    {
        var stories = new StoryGrouping([SeedStory.Deal]);

        var first = Answer(stories, """{"id": "a", "published": "2026-02-18T06:00:00Z", "source": "Herald", "lang": "en", "title": "Japan names first US projects", "text": "TEXT"}""");
        var copy = Answer(stories, """{"id": 7, "published": "2026-02-18T08:00:00Z", "source": "Courier", "title": "Ohio plant among first projects", "text": "TEXT"}""");
        var other = Answer(stories, """{"id": "c", "published": null, "source": "Herald", "title": "Goalkeeper signs for Porto", "text": ""}""");

        Assert.Equal(("\"a\"", false), (first.GetProperty("id").GetRawText(), first.TryGetProperty("duplicateOf", out _)));
        Assert.Equal("japan-us-550b", first.GetProperty("deals")[0].GetProperty("dealId").GetString());
        Assert.InRange(first.GetProperty("deals")[0].GetProperty("score").GetDouble(), 0.5, 1);
        Assert.Equal(("7", "a"), (copy.GetProperty("id").GetRawText(), copy.GetProperty("duplicateOf").GetString()));
        Assert.Equal(first.GetProperty("storyId").GetString(), copy.GetProperty("storyId").GetString());
        Assert.NotEqual(first.GetProperty("storyId").GetString(), other.GetProperty("storyId").GetString());
        Assert.Equal(0, other.GetProperty("deals").GetArrayLength());
    }

    [Fact]
    public void Summary_HasALineForEachStory_WithItsOriginsConflictAndStage()
    {
        var stories = new StoryGrouping([SeedStory.Deal]);
        Answer(stories, """{"id": "a", "published": "2026-02-18T06:00:00Z", "source": "Herald", "title": "Japan names first US projects", "text": "TEXT"}""");
        Answer(stories, """{"id": "b", "published": "2026-02-18T08:00:00Z", "source": "Courier", "title": "Ohio plant among first projects", "text": "TEXT"}""");

        var story = Assert.Single(stories.Summaries());

        Assert.Equal(["kind", "storyId", "items", "independentSources", "amountConflict", "stage"], story.Select(p => p.Key));
        Assert.Equal((1, false, 2), ((int?)story["independentSources"], (bool?)story["amountConflict"], story["items"]?.AsArray().Count));
    }

    [Theory]
    [InlineData("""{"id": 1}""")]
    [InlineData("""{"id": 1, "title": null, "text": 5, "published": "yesterday", "source": []}""")]
    public void LineWithoutMuch_StillGetsAStory(string line) => Assert.StartsWith("s", Answer(new StoryGrouping([]), line).GetProperty("storyId").GetString(), StringComparison.Ordinal);

    private static JsonElement Answer(StoryGrouping stories, string line)
    {
        using var request = JsonDocument.Parse(line.Replace("TEXT", Text, StringComparison.Ordinal));
        return JsonSerializer.SerializeToElement(stories.Answer(request.RootElement));
    }
}
