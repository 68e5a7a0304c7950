using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Fetching;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: NewsWatcher\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: newswatcher/2.0\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: NewsWatcherPro\nDisallow: /", "/a", true)]
    [InlineData("User-agent: Other\nUser-agent: NewsWatcher\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: NewsWatcher\nDisallow: /a\nUser-agent: Other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: NewsWatcher\nDisallow: /a\n\nUser-agent: NewsWatcher\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: NewsWatcher\nSitemap: https://example.org/s.xml\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("user-AGENT : *\r\nDISALLOW : /a # not for robots\r\n", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-x-b-y-c-z", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true)]
    [InlineData("User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /ab*ba$", "/aba", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /速報", "/%E9%80%9F%E5%A0%B1/1", false)]
    [InlineData("User-agent: *\nDisallow: /%e9%80%9f", "/%E9%80%9F", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("<html><body>User-agent: soft 404</body></html>", "/a", true)]
    public void Rules_DecideByTheLongestMatch(string robots, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsFile.Read(Encoding.UTF8.GetBytes(robots), "NewsWatcher").Allows(path));

    [Fact]
    public void HostilePatterns_AreDecidedAllTheSame()
    {
        var robots = "User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: /{string.Concat(Enumerable.Repeat("*a", 200))}b\n", 1200));

        Assert.True(RobotsFile.Read(Encoding.UTF8.GetBytes(robots), "NewsWatcher").Allows("/" + new string('a', 4000)));
    }
}
