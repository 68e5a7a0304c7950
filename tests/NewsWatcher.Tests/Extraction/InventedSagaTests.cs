using System.Text.Json;
using NewsWatcher.Articles;
using NewsWatcher.Configuration;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Extraction;

/// <summary>Facts of invented sagas in seven languages, written before they were read: so many of what is expected must be found, and so little else.</summary>
public sealed class InventedSagaTests
{
    private static readonly List<Told> Items = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "stories"), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    [Fact]
    public void Stages_AreThoseThatTheItemsReport() =>
        Assert.InRange(Items.Count(i => Texts(i.Expected, "stage").Concat(Texts(i.Expected, "stageAlso")).Contains(i.Facts.NewsStage?.ToString(), StringComparer.OrdinalIgnoreCase)) / (double)Items.Count, 0.94, 1);

    [Theory]
    [InlineData(false, 0.96)]
    [InlineData(true, 0.92)]
    public void Amounts_AreRead(bool withRole, double least) => Check<Amount>(least, "amounts", i => i.Facts.Amounts, (expected, found) => Is(expected, found, withRole));

    [Fact]
    public void Dates_AreThoseThatAreExpected() => Check<string>(0.96, "dates", i => [.. i.Facts.Milestones.Select(m => m.Date.ToString()).Distinct()], Holds);

    [Theory]
    [InlineData(false, 0.9)]
    [InlineData(true, 0.84)]
    public void Parties_AreNamed(bool withRole, double least) =>
        Check<PartyMention>(least, "parties", i => [.. i.Facts.Parties.Where(p => p.Role is not null).DistinctBy(p => (p.KnownAs ?? p.Name, p.Role))], (expected, found) => Is(expected, found, withRole));

    [Fact]
    public void Projects_AreNamed() => Check<string>(0.9, "projects", i => [.. i.Facts.Projects.Select(p => p.Name)], Holds);

    private static bool Is(JsonElement expected, Amount found, bool withRole)
    {
        var value = expected.GetProperty("value").GetDouble();
        var role = found.Role is AmountRole.Headline or AmountRole.Tranche or AmountRole.Project or AmountRole.Spent ? found.Role : AmountRole.Other;
        return found.Currency == expected.GetProperty("currency").GetString() && Math.Abs((double)found.Best - value) <= 0.005 * value
            && (!withRole || (Allows(expected, "role", role.ToString()) && Allows(expected, "qualifier", found.Qualifier.ToString())));
    }

    private static bool Is(JsonElement expected, PartyMention found, bool withRole)
    {
        var names = expected.ValueKind == JsonValueKind.Array ? expected : expected.GetProperty("names");
        return (Holds(names, found.Name) || Holds(names, found.KnownAs ?? "")) && (!withRole || expected.ValueKind == JsonValueKind.Array || Allows(expected, "role", found.Role?.ToString() ?? ""));
    }

    private static bool Allows(JsonElement expected, string property, string found) => Texts(expected, property).Concat(Texts(expected, property + "Also")).Contains(found, StringComparer.OrdinalIgnoreCase);

    /// <summary>One text, or any of several that say the same.</summary>
    private static bool Holds(JsonElement expected, string found) => expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray().Any(e => e.GetString() == found) : expected.GetString() == found;

    private static IEnumerable<string?> Texts(JsonElement expected, string property) =>
        !expected.TryGetProperty(property, out var stated) ? [] : stated.ValueKind == JsonValueKind.Array ? stated.EnumerateArray().Select(s => s.GetString()) : [stated.GetString()];

    /// <summary>Each fact found counts for one that is expected; what may as well be left out counts neither way.</summary>
    private static void Check<T>(double least, string property, Func<Told, IReadOnlyList<T>> found, Func<JsonElement, T, bool> matches)
    {
        var (right, wrong, wanted) = (0, 0, 0);
        foreach (var item in Items.Where(i => i.Expected.TryGetProperty(property, out _)))
        {
            var expected = item.Expected.GetProperty(property).EnumerateArray().ToList();
            List<JsonElement> optional = item.Expected.TryGetProperty(property + "Optional", out var free) ? [.. free.EnumerateArray()] : [];
            var left = expected.ToList();
            foreach (var fact in found(item))
            {
                var at = left.FindIndex(e => matches(e, fact));
                if (at >= 0)
                {
                    left.RemoveAt(at);
                    right++;
                }
                else if (!optional.Exists(e => matches(e, fact)) && !expected.Exists(e => matches(e, fact)))
                {
                    wrong++;
                }
            }

            wanted += expected.Count;
        }

        Assert.InRange(2.0 * right / (right + wrong + wanted), least, 1);
    }

    private static IEnumerable<Told> Read(string file)
    {
        var text = File.ReadAllText(file);
        using var saga = JsonDocument.Parse(text);
        var problems = new List<ConfigProblem>();
        var extractor = new FactExtractor(DealFile.Read($"{{\"deals\": {saga.RootElement.GetProperty("deals").GetRawText()}}}", file, problems));
        Assert.Empty(problems);
        return [.. saga.RootElement.GetProperty("items").EnumerateArray().Select(i => Read(extractor, i))];
    }

    private static Told Read(FactExtractor extractor, JsonElement item)
    {
        var article = new Article { Title = item.GetProperty("title").GetString() ?? "", Text = item.GetProperty("text").GetString() ?? "", Language = item.GetProperty("language").GetString() };
        return new(extractor.Read(article, item.GetProperty("published").GetDateTimeOffset(), OutletTier.Major), item.GetProperty("expected").Clone());
    }

    private sealed record Told(ArticleFacts Facts, JsonElement Expected);
}
