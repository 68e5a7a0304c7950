using System.Xml.Linq;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Feeds;

/// <summary>Whatever a body is made of, reading it takes steps in proportion to its length. Steps are counted in debug builds only.</summary>
public sealed class ReadingStepTests
{
    private const int Length = 16_000;

    private static readonly List<PageSelector> Selectors = [.. new[] { "a * b ~ i", "li:has(b i) > a", "p:nth-last-child(2n+1) + p", ":not(:has(a)):empty" }
        .Select(s => PageSelector.Parse(s, out _)!)]; // sound selectors

    private static readonly Dictionary<string, Action<string>> Readers = new(StringComparer.Ordinal)
    {
        ["XmlPrescan"] = static text => XmlPrescan.IsModest(text),
        ["LooseXml and FeedTree"] = static text => LooseXml.Read("<rss><channel><item>" + text, 0, new(new())),
        ["HtmlLinks"] = static text => HtmlLinks.Absolute(text, new("https://news.example/a/")),
        ["PlainText"] = static text => PlainText.OfHtml(text),
        ["ElementText"] = static text => ElementText.Html(Content(text), new("https://news.example/a/"), 10 * Length),
        ["EntryReader"] = static text => new EntryReader(Content(text), new("https://news.example/a/")).Read(),
        ["PageSelector"] = static text => Selectors.ForEach(s => s.Find(HtmlPage.Parse(text))),
    };

    private static readonly string[] Units =
    [
        "<", ">", "&", "'", "\"", "=", "/", "!", "a", " ", "\n", "\0", "\ud800", "é", "<a>", "</a>", "<a/>", "<a></a>", "<a><b></a>", "<a", "</", "<!", "<?", "<!--", "-->", "<![CDATA[", "]]>", "<!x [", "<!x '",
        "<a b=", "<a b='", "<a b=c>", "<a b='c' d=\"e\">", "<a href=x>", "<img src='/x'>", "&amp;", "&#x41;", "&#", "&undefined", "<script>", "</script>", "<style", "<title>", "<item>", "<entry>", "</item>", "<link>x",
        "<li>", "<p>", "<table><tr><td>", "<b><i>", "<x:y>", "xmlns:a='b' ", "<a xml:base='b/'>", "<link href='x'/>", "<enclosure url='x'/>", "<media:content url='x'/>", "<media:group><media:content>", "<category>a", "<title/>",
    ];

    public static TheoryData<string> Names { get; } = [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachUnitRepeated_TakesStepsInProportion(string reader)
    {
        Assert.SkipUnless(Steps.AreCounted, "Steps are counted in debug builds only.");
        foreach (var unit in Units)
        {
            var (once, twice) = (Count(reader, Repeated(unit, Length)), Count(reader, Repeated(unit, 2 * Length)));

            Assert.True(twice <= (2.3 * once) + 1_000, $"\"{unit}\": {once} steps, twice as long {twice}");
            Assert.True(twice <= 200L * Length, $"\"{unit}\": {twice} steps");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AllUnitsInARow_TakeStepsInProportion(string reader)
    {
        Assert.SkipUnless(Steps.AreCounted, "Steps are counted in debug builds only.");
        var text = string.Concat(Units.Select(u => Repeated(u, Length / 20)));

        Assert.InRange(Count(reader, text), 1, 200L * text.Length);
    }

    private static long Count(string reader, string text)
    {
        var before = Steps.Taken;
        Readers[reader](text);
        return Steps.Taken - before;
    }

    private static XElement Content(string text)
    {
        var tree = new FeedTree(new());
        LooseXml.Read("<item><description>" + text, 0, tree);
        return tree.Document.Elements().First();
    }

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));
}
