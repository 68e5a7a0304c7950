using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Fetching;

public sealed class CertificateTests : IDisposable
{
    private readonly HttpFetcher _fetcher = Fetchers.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData(HostileServer.Address, 100)]
    [InlineData(HostileServer.Address, -1)]
    [InlineData("news.example", 100)]
    public async Task CertificateThatProvesNothing_IsRefusedWithAReason(string name, int days)
    {
        await using var server = new TlsServer(name, days);

        var failed = await _fetcher.FailAsync(server.Url);

        Assert.Equal((OutcomeClass.HttpError, $"The certificate of {HostileServer.Address} is not trusted.", false), (failed.Outcome, failed.Reason, failed.IsUnreachable));
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData(HostileServer.Address, 100)]
    [InlineData(HostileServer.Address, -1)]
    [InlineData("news.example", 100)]
    public async Task AddressWhoseCertificateAPersonTrusts_IsFetched_AndTrustedForNobodyElse(string name, int days)
    {
        await using var server = new TlsServer(name, days);

        Assert.IsType<FetchResult.Page>(await _fetcher.GetAsync(Trusting(server.Url), Ct));
        Assert.IsType<FetchResult.Failed>(await _fetcher.GetAsync(server.Url));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task TrustInOneOrigin_DoesNotReachWhereItRedirectsTo()
    {
        await using var server = new TlsServer(HostileServer.Address, 100);
        await using var other = new TlsServer("127.10.0.2", 100, "127.10.0.2");
        server.Answer = HostileServer.Status("302 Found", "", $"Location: {other.Url}");

        var failed = Assert.IsType<FetchResult.Failed>(await _fetcher.GetAsync(Trusting(server.Url), Ct));

        Assert.Equal("The certificate of 127.10.0.2 is not trusted.", failed.Reason);
        Assert.Equal(0, other.Requests);
    }

    [Fact]
    public async Task MoveOutOfTls_IsFollowedButIsNone()
    {
        await using var server = new TlsServer(HostileServer.Address, 100);
        await using var plain = new HostileServer();
        plain.On("/", HostileServer.Ok("hello"));
        server.Answer = HostileServer.Status("301 Moved Permanently", "", $"Location: {plain.Url()}", "Set-Cookie: id=1");

        var page = Assert.IsType<FetchResult.Page>(await _fetcher.GetAsync(Trusting(server.Url) with { Validators = new("\"1\"", null) }, Ct));

        Assert.Null(page.MovedTo);
        Assert.DoesNotContain("If-None-Match", Assert.Single(plain.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", plain.Requests[0], StringComparison.Ordinal);
    }

    private static FetchRequest Trusting(Uri url) => new(url, 1024, Validators.None) { TakesAnyCertificate = true };
}
