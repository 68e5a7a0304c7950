using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsWatcher.Fetching;

/// <summary>The HTTP stack with everything switched off that it would do on its own: redirects, cookies, proxies, decoding, tracing.</summary>
internal static class ClientHandler
{
    /// <param name="takesAnyCertificate">Connections of such a handler are never shared with requests that want a certificate to be checked.</param>
    public static SocketsHttpHandler New(FetchingOptions options, CheckedConnection connection, bool takesAnyCertificate)
    {
        var proxy = options.Proxy is { } address ? new WebProxy(new Uri(address)) : null;
#pragma warning disable RS0030 // The one place that makes handlers.
        return new SocketsHttpHandler
        {
            ConnectCallback = connection.OpenAsync,
            ConnectTimeout = options.ConnectTimeout,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = proxy is not null,
            Proxy = proxy,
            MaxConnectionsPerServer = options.PerHost,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 8 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            ActivityHeadersPropagator = null,
            // Headers go back as they came, byte for byte.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            SslOptions = Tls(takesAnyCertificate),
        };
#pragma warning restore RS0030
    }

    private static SslClientAuthenticationOptions Tls(bool takesAnyCertificate) => new()
    {
        RemoteCertificateValidationCallback = takesAnyCertificate ? Take : null,
        // A certificate may name an address where its issuer is to be had: asking there would go round every check.
        CertificateChainPolicy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            ApplicationPolicy = { new Oid("1.3.6.1.5.5.7.3.1") },
        },
    };

    private static bool Take(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate is not null;
}
