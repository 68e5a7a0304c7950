using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Fetching;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("file:///etc/passwd", "\"file\"")]
    [InlineData("ftp://example.org/feed", "\"ftp\"")]
    [InlineData("gopher://example.org/", "\"gopher\"")]
    [InlineData("data:text/html,hello", "\"data\"")]
    [InlineData("javascript:alert(1)", "\"javascript\"")]
    [InlineData("http://user@example.org/", "user name")]
    [InlineData("http://example.org:secret@10.0.0.1/", "user name")]
    [InlineData("http://example.org:22/", "Port 22")]
    [InlineData("http://example.org:25/", "Port 25")]
    [InlineData("http://example.org:6667/", "Port 6667")]
    public void AddressThatIsNotForTheWeb_IsRefusedWithAReason(string url, string reason) =>
        Assert.Contains(reason, WebAddress.Refusal(new Uri(url)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://example.org:8443/a?b=c")]
    [InlineData("https://経済.example/速報")]
    [InlineData("http://[2606:4700::1111]/")]
    public void OrdinaryAddress_IsNotRefused(string url) => Assert.Null(WebAddress.Refusal(new Uri(url)));

    [Fact]
    public void RelativeAddress_IsRefused() => Assert.NotNull(WebAddress.Refusal(new Uri("/feed", UriKind.Relative)));

    [Fact]
    public void HugeAddress_IsRefused() => Assert.Contains("4,096", WebAddress.Refusal(new Uri("http://example.org/" + new string('a', 5000))), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://example.org/a", "http://EXAMPLE.org:80/b", true)]
    [InlineData("http://example.org/", "https://example.org/", false)]
    [InlineData("http://example.org/", "http://example.org:8080/", false)]
    [InlineData("http://example.org/", "http://www.example.org/", false)]
    public void Origin_IsSchemeHostAndPort(string a, string b, bool isSame) => Assert.Equal(isSame, WebAddress.IsSameOrigin(new Uri(a), new Uri(b)));
}
