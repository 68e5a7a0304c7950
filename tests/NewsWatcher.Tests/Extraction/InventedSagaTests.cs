using System.Globalization;
using System.Text.Json;
using NewsWatcher.Articles;
using NewsWatcher.Configuration;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Extraction;

/// <summary>Facts of two invented sagas in four languages, written apart from the word lists: so many of what is expected must be found, and so little else.</summary>
public sealed class InventedSagaTests
{
    private static readonly List<Told> Items = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "stories"), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    [Fact]
    public void Stages_AreThoseThatTheItemsReport() =>
        Assert.InRange(Items.Count(i => i.Facts.NewsStage?.ToString().Equals(i.Expected.GetProperty("stage").GetString(), StringComparison.OrdinalIgnoreCase) is true) / (double)Items.Count, 0.8, 1);

    [Fact]
    public void Amounts_HaveTheirValueAndCurrency() => Check(0.97, i => i.Facts.Amounts.Select(Sum), e => e.GetProperty("amounts").EnumerateArray().Select(Sum));

    [Fact]
    public void Amounts_HaveTheirRoleAndQualifier() => Check(0.83, i => i.Facts.Amounts.Select(Placed), e => e.GetProperty("amounts").EnumerateArray().Select(Placed));

    [Fact]
    public void Dates_AreThoseThatAreExpected() => Check(0.88, i => i.Facts.Milestones.Select(m => m.Date.ToString()), e => e.GetProperty("dates").EnumerateArray().Select(d => d.GetString() ?? ""));

    [Theory]
    [InlineData(false, 0.85)]
    [InlineData(true, 0.8)]
    public void Parties_AreNamed(bool withRole, double least)
    {
        var (right, found, wanted) = (0, 0, 0);
        foreach (var item in Items)
        {
            var expected = item.Expected.GetProperty("parties").EnumerateArray().ToList();
            var parties = item.Facts.Parties.Where(p => p.Role is not null).DistinctBy(p => (p.KnownAs ?? p.Name, p.Role)).ToList();
            right += expected.Count(e => parties.Exists(p => Is(e, p, withRole)));
            (found, wanted) = (found + parties.Count, wanted + expected.Count);
        }

        Assert.InRange(F1(right, found, wanted), least, 1);
    }

    private static bool Is(JsonElement expected, PartyMention party, bool withRole) =>
        expected.GetProperty("names").EnumerateArray().Any(n => n.GetString() == party.Name || n.GetString() == party.KnownAs)
        && (!withRole || string.Equals(expected.GetProperty("role").GetString(), party.Role?.ToString(), StringComparison.OrdinalIgnoreCase));

    private static void Check(double least, Func<Told, IEnumerable<string>> found, Func<JsonElement, IEnumerable<string>> expected)
    {
        var pairs = Items.ConvertAll(i => (Found: found(i).ToHashSet(StringComparer.OrdinalIgnoreCase), Expected: expected(i.Expected).ToHashSet(StringComparer.OrdinalIgnoreCase)));

        Assert.InRange(F1(pairs.Sum(p => p.Found.Count(p.Expected.Contains)), pairs.Sum(p => p.Found.Count), pairs.Sum(p => p.Expected.Count)), least, 1);
    }

    private static double F1(int right, int found, int wanted) => 2.0 * right / (found + wanted);

    private static string Sum(Amount amount) => string.Create(CultureInfo.InvariantCulture, $"{(double)amount.Best:0} {amount.Currency}");

    private static string Sum(JsonElement amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.GetProperty("value").GetDouble():0} {amount.GetProperty("currency").GetString()}");

    private static string Placed(Amount amount) => $"{Sum(amount)} {amount.Qualifier} {(amount.Role is AmountRole.Headline or AmountRole.Tranche or AmountRole.Project or AmountRole.Spent ? amount.Role : AmountRole.Other)}";

    private static string Placed(JsonElement amount) => $"{Sum(amount)} {amount.GetProperty("qualifier").GetString()} {amount.GetProperty("role").GetString()}";

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
