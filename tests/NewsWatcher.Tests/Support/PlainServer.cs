using System.Net;
using System.Net.Sockets;

namespace NewsWatcher.Tests.Support;

/// <summary>Answers a TLS greeting in plain text.</summary>
public sealed class PlainServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Parse(HostileServer.Address), 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _answering;

    public PlainServer()
    {
        _listener.Start();
        _answering = AnswerAsync();
    }

    public Uri HttpsUrl => new($"https://{_listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4096], _stop.Token);
                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), _stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // Stopped, or left by the client.
        }
    }
}
