using Microsoft.Extensions.Configuration;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Fetching;

public sealed class FetchingOptionsTests
{
    [Fact]
    public void Settings_AreBoundFromTheEnvironmentsNames()
    {
        var options = Bind(("Fetch:AllowedPrivateNetworks:0", "127.0.0.2/32"), ("Fetch:Contact", "mailto:watch@example.org"), ("Fetch:Timeout", "00:00:05"));

        Assert.Equal(["127.0.0.2/32"], options.AllowedPrivateNetworks);
        Assert.Equal(("mailto:watch@example.org", TimeSpan.FromSeconds(5)), (options.Contact, options.Timeout));
        Assert.True(new FetchingOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void Defaults_AreValid() => Assert.True(new FetchingOptionsValidator().Validate(null, new()).Succeeded);

    [Theory]
    [InlineData("Fetch:AllowedPrivateNetworks:0", "10.1.2.0/33")]
    [InlineData("Fetch:AllowedPrivateNetworks:0", "true")]
    [InlineData("Fetch:AllowedPrivateNetworks:0", "*")]
    [InlineData("Fetch:Contact", "")]
    [InlineData("Fetch:Contact", "a) (b\r\nX-Evil: 1")]
    [InlineData("Fetch:Timeout", "01:00:00")]
    [InlineData("Fetch:MaxFeedBytes", "99999999")]
    [InlineData("Fetch:PerHost", "0")]
    [InlineData("Fetch:Proxy", "not an address")]
    public void BadSetting_IsAProblem(string name, string value) => Assert.True(new FetchingOptionsValidator().Validate(null, Bind((name, value))).Failed);

    [Fact]
    public void Problems_AreToldAllAtOnce()
    {
        var result = new FetchingOptionsValidator().Validate(null, Bind(
            ("Fetch:AllowedPrivateNetworks:0", "nonsense"), ("Fetch:AllowedPrivateNetworks:1", "300.0.0.0/8"), ("Fetch:PerHost", "99"), ("Fetch:Proxy", "x")));

        Assert.All(["nonsense", "300.0.0.0/8", "PerHost", "Proxy"], p => Assert.Contains(p, result.FailureMessage, StringComparison.Ordinal));
    }

    private static FetchingOptions Bind(params (string Name, string Value)[] settings)
    {
        var options = new FetchingOptions();
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build().GetSection(FetchingOptions.Section).Bind(options);
        return options;
    }
}
