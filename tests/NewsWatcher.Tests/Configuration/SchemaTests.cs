using System.Reflection;
using System.Text.Json;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;

namespace NewsWatcher.Tests.Configuration;

/// <summary>A schema names what the readers accept, no more and no less.</summary>
public sealed class SchemaTests
{
    private static readonly string Config = Path.Combine(AppContext.BaseDirectory, "config");

    public static TheoryData<string, string, string> Objects => new()
    {
        { "feeds", "feed", Names<Feed>().Replace("outletId", "outlet", StringComparison.Ordinal).Replace(" deal ", " ", StringComparison.Ordinal) },
        { "feeds", "listing", Names<Listing>() },
        { "outlets", "outlet", Names<Outlet>() },
        { "deals", "deal", Names<FollowedPart>() + " projects watch lookalikes milestones search" },
        { "deals", "part", Names<FollowedPart>() + " projects" },
        { "deals", "total", Names<StatedTotal>() },
        { "deals", "party", Names<FollowedParty>() },
        { "deals", "watched", Names<FollowedParty>() },
        { "deals", "milestone", Names<FollowedMilestone>() },
    };

    public static TheoryData<string, string, string, string> Choices => new()
    {
        { "feeds", "feed", "articles", Words<ArticlePolicy>() },
        { "feeds", "feed", "each", Words<MailEntries>() },
        { "outlets", "outlet", "tier", Words<OutletTier>() },
        { "deals", "part", "kind", Words<DealKind>() },
        { "deals", "party", "role", Words<PartyRole>() },
        { "deals", "total", "qualifier", Words<Qualifier>() },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_NamesWhatTheReaderAccepts(string file, string definition, string names)
    {
        using var schema = Schema(file);
        var properties = schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("properties");

        Assert.Equal(names.Split(' ').Append("$comment").Order(StringComparer.Ordinal), Names(properties));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Schema_NamesTheWordsOfAChoice(string file, string definition, string property, string words)
    {
        using var schema = Schema(file);
        var choice = schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("properties").GetProperty(property).GetProperty("enum");

        Assert.Equal(words.Split(' '), choice.EnumerateArray().Select(w => w.GetString()));
    }

    [Fact]
    public void SettingsSchema_NamesEverySettingOfEverySection()
    {
        using var schema = Schema("newswatcher");
        var sections = schema.RootElement.GetProperty("properties");
        var options = new[] { typeof(FetchingOptions).Assembly, typeof(HostSettings).Assembly }.SelectMany(a => a.GetTypes())
            .Select(t => (Type: t, Section: t.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(o => o.Section is not null).ToList();

        Assert.NotEmpty(options);
        Assert.All(options, o => Assert.Equal(
            o.Type.GetProperties().Where(p => p.CanWrite || p.PropertyType != typeof(string) && p.PropertyType.IsGenericType).Select(p => p.Name).Order(StringComparer.Ordinal),
            Names(sections.GetProperty(o.Section ?? "").GetProperty("properties"))));
    }

    [Theory]
    [InlineData("config")]
    [InlineData("seeds")]
    public void ConfigurationFile_NamesItsSchema(string folder)
    {
        foreach (var name in new[] { "feeds", "outlets", "deals", "newswatcher" })
        {
            var path = Path.Combine(AppContext.BaseDirectory, folder, name + ".json");
            using var file = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var schema = Path.GetFullPath(file.RootElement.GetProperty("$schema").GetString() ?? "", Path.GetDirectoryName(path) ?? "");

            Assert.Equal(Path.Combine(Config, name + ".schema.json"), schema);
            Assert.True(File.Exists(schema));
        }
    }

    private static JsonDocument Schema(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Config, file + ".schema.json")));

    private static IEnumerable<string> Names(JsonElement properties) => properties.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static string Names<T>() => string.Join(' ', typeof(T).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)));

    private static string Words<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
}
