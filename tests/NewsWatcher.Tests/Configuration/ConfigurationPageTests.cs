using System.Reflection;
using System.Text.Json;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Tests.House;

namespace NewsWatcher.Tests.Configuration;

/// <summary>The page on configuration names everything that can be configured.</summary>
public sealed class ConfigurationPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));

    [Fact]
    public void EverySetting_IsNamed()
    {
        var settings = new[] { typeof(FetchingOptions).Assembly, typeof(HostSettings).Assembly }.SelectMany(a => a.GetTypes())
            .Select(t => (Type: t, Section: t.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(o => o.Section is not null)
            .SelectMany(o => o.Type.GetProperties().Where(p => p.CanWrite || p.PropertyType.IsGenericType).Select(p => $"`{o.Section}:{p.Name}`")).ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings, s => Assert.Contains(s, Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("feeds", "feed")]
    [InlineData("feeds", "listing")]
    [InlineData("outlets", "outlet")]
    [InlineData("deals", "deal")]
    public void EveryField_IsNamed(string file, string definition)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "config", file + ".schema.json")));
        var fields = schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject().Select(p => p.Name).Where(n => n != "$comment");

        Assert.All(fields, f => Assert.Contains($"`{f}`", Page, StringComparison.Ordinal));
    }
}
