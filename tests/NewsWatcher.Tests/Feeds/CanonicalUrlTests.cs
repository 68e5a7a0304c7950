using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://Example.com:443/a?utm_source=rss&id=7&fbclid=x#part", "https://example.com/a?id=7")]
    [InlineData("http://example.com./a?utm_medium=feed", "http://example.com/a")]
    [InlineData("https://example.com/a?b=1&b=2", "https://example.com/a?b=1&b=2")]
    [InlineData(" https://bücher.example/a ", "https://xn--bcher-kva.example/a")]
    public void TrackingAndNoise_AreRemoved(string link, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(link)?.AbsoluteUri);

    [Theory]
    [InlineData("http://www.example.com/a/", "https://example.com/a?utm_source=x")]
    [InlineData("https://example.com", "http://example.com/#top")]
    public void SamePage_HasOneIdentity(string one, string other) => Assert.Equal(CanonicalUrl.Identity(one), CanonicalUrl.Identity(other));

    [Theory]
    [InlineData("https://example.com/a?id=1", "https://example.com/a?id=2")]
    [InlineData("https://example.com:8080/a", "https://example.com/a")]
    [InlineData("https://example.com/A", "https://example.com/a")]
    public void OtherPages_HaveOtherIdentities(string one, string other) => Assert.NotEqual(CanonicalUrl.Identity(one), CanonicalUrl.Identity(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("http://")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://xn--a\u00E9.example/")]
    [InlineData("https://./a")]
    public void NoWebAddress_HasNoCanonicalForm(string? link) => Assert.Null(CanonicalUrl.Of(link));
}
