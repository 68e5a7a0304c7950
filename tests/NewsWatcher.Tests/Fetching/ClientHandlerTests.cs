using System.Net;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Fetching;

public sealed class ClientHandlerTests
{
    [Fact]
    public void Handler_DoesNothingOnItsOwn()
    {
        using var handler = New(new());

        // A proxy of the environment would go round the check of addresses.
        Assert.False(handler.UseProxy);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
        Assert.Null(handler.Credentials);
        Assert.Null(handler.SslOptions.ClientCertificates);
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.True(handler.SslOptions.CertificateChainPolicy?.DisableCertificateDownloads);
    }

    [Fact]
    public void Handler_KeepsTheBoundsOfTheSettings()
    {
        using var handler = New(new() { PerHost = 3, ConnectTimeout = TimeSpan.FromSeconds(7), Proxy = "http://proxy.example:3128" });

        Assert.Equal((3, TimeSpan.FromSeconds(7), 64, true), (handler.MaxConnectionsPerServer, handler.ConnectTimeout, handler.MaxResponseHeadersLength, handler.UseProxy));
    }

    private static System.Net.Http.SocketsHttpHandler New(FetchingOptions options) =>
        ClientHandler.New(options, new CheckedConnection(new([]), (_, _) => Task.FromResult<IPAddress[]>([]), proxy: null, options.ConnectTimeout, TimeProvider.System), takesAnyCertificate: false);
}
