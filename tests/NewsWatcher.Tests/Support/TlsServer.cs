using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsWatcher.Tests.Support;

/// <summary>Answers over TLS, with a certificate made on the spot that nobody signed but itself.</summary>
public sealed class TlsServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Task _answering;
    private int _requests;

    /// <param name="name">Whom the certificate names.</param>
    /// <param name="days">Until it expires; it began ten days ago.</param>
    public TlsServer(string name, int days, string address = HostileServer.Address)
    {
        _certificate = Certificate(name, days);
        _listener = new(IPAddress.Parse(address), 0);
        _listener.Start();
        _answering = AnswerAsync();
    }

    public Uri Url => new($"https://{_listener.LocalEndpoint}/");

    public string Answer { get; set; } = HostileServer.Ok("hello");

    /// <summary>Requests that came, not mere greetings.</summary>
    public int Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering;
        _listener.Dispose();
        _certificate.Dispose();
        _stop.Dispose();
    }

    private static X509Certificate2 Certificate(string name, int days)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-10), now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await OneAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task OneAsync(TcpClient client)
    {
        try
        {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
            if (await tls.ReadAsync(new byte[4096], _stop.Token) > 0)
            {
                Interlocked.Increment(ref _requests);
                await tls.WriteAsync(Encoding.Latin1.GetBytes(Answer), _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // Who does not trust the certificate hangs up.
        }
    }
}
