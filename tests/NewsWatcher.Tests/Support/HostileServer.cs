using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsWatcher.Tests.Support;

/// <summary>Answers on a loopback address with any bytes at all; one request a connection, unknown paths get 404.</summary>
public sealed class HostileServer : IAsyncDisposable
{
    public const string Address = "127.10.0.1";

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<Stream, CancellationToken, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Task _accepting;

    public HostileServer(string address = Address)
    {
        _listener = new(IPAddress.Parse(address), 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Answers paths that have no answer of their own.</summary>
    public Func<Stream, CancellationToken, Task> Otherwise { get; set; } = async (stream, ct) => await stream.WriteAsync(Encoding.Latin1.GetBytes(Status("404 Not Found")), ct);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Heads of the requests so far, in the order they came.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static string Ok(string body, params string[] headers) => Status("200 OK", body, headers);

    public static string Status(string status, string body = "", params string[] headers) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Content-Length: {Encoding.Latin1.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public static byte[] Coded(string coding, byte[] body) =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    public Uri Url(string path = "/") => UrlAt(((IPEndPoint)_listener.LocalEndpoint).Address.ToString(), path);

    public Uri UrlAt(string host, string path = "/") => new($"http://{host}:{Port}{path}");

    /// <summary>Answers with these characters as Latin-1 bytes, and hangs up.</summary>
    public void On(string path, string raw) => On(path, Encoding.Latin1.GetBytes(raw));

    public void On(string path, byte[] raw) => On(path, async (stream, ct) => await stream.WriteAsync(raw, ct));

    public void On(string path, Func<Stream, CancellationToken, Task> answer) => _answers[path] = answer;

    /// <summary>Sends this much and then nothing, without hanging up.</summary>
    public void Hang(string path, string begin) => On(path, async (stream, ct) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), ct);
        await Task.Delay(Timeout.Infinite, ct);
    });

    /// <summary>Hangs up with a reset.</summary>
    public void Reset(string path, string begin) => On(path, async (stream, ct) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), ct);
        ((NetworkStream)stream).Socket.LingerState = new(enable: true, seconds: 0);
    });

    public Task ArrivedAsync(CancellationToken ct) => _arrived.WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
        _arrived.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            var head = await HeadAsync(stream);
            if (head.Length == 0)
            {
                return;
            }

            _requests.Enqueue(head);
            _arrived.Release();
            var path = head.Split(' ', 3)[1];
            await (_answers.GetValueOrDefault(path) ?? Otherwise)(stream, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client may hang up at any time, and does when it has seen enough.
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return "";
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
