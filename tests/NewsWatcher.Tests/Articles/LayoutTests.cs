using System.Net;
using System.Text.RegularExpressions;
using NewsWatcher.Articles;

namespace NewsWatcher.Tests.Articles;

/// <summary>Pages in the layouts that sites have, each with something that is no story in it, beside it or after it. What the story is, the samples mark
/// themselves: elements with <c>data-keep</c>, or lines "keep: …" of a comment where there is no element.</summary>
public sealed partial class LayoutTests
{
    public static TheoryData<string> Layouts => [.. Directory.GetFiles(Folder, "*.html").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "layouts");

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Story_IsReadWholeAndNothingElse(string layout)
    {
        var page = File.ReadAllText(Path.Combine(Folder, layout + ".html"));
        string[] story = [.. Kept.Matches(page).Select(m => m.Groups["text"].Value)];

        var read = ArticleReader.Read(System.Text.Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", new Uri($"https://news.example/2026/{layout}"));

        var article = Assert.IsType<ArticleRead.Readable>(read).Article;
        Assert.Equal(story.Select(Plain), article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Layouts_AreMany() => Assert.InRange(Layouts.Count, 25, 100);

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag.Replace(html, ""));

    [GeneratedRegex("(?:^keep: (?<text>.*)$)|(?:<(?<tag>[a-z]+)[^<>]* ?data-keep>(?<text>.*?)</\\k<tag>>)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Kept { get; }

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag { get; }
}
