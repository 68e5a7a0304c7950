using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsWatcher.Hosting;

namespace NewsWatcher.Cli;

/// <summary>health: asks the running daemon how it is. Needs no shell and no curl: a container's health check.</summary>
internal static class HealthCommand
{
    private const int DefaultPort = 8080;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create() => new Verb("health", "Ask the running daemon whether it is well (exit code 0 or 1)", "health") { }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var endpoint = Endpoint(GlobalOptions.Paths(parsed).OrDemo());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var status = await StatusAsync(endpoint, patience.Token);
            terminal.Line(status == 200 ? $"The daemon at {endpoint} is well." : $"The daemon at {endpoint} answers {status.ToString(CultureInfo.InvariantCulture)}: it is not well.");
            return status == 200 ? ExitCodes.Done : ExitCodes.Unexpected;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return terminal.Refuse($"No daemon answers at {endpoint}: {(e is OperationCanceledException ? "no answer within 5 seconds" : e.Message)}", ExitCodes.Unexpected);
        }
    }

    private static IPEndPoint Endpoint(AppPaths paths)
    {
        var web = HostSettings.Read(paths).Configuration.GetSection("Web");
        var running = DaemonAddress.Find(paths);
        var address = IPAddress.TryParse(running?.Host.Trim('[', ']') ?? web["Address"], out var listens) ? listens : IPAddress.Loopback;
        // A daemon that listens on every address is asked on this machine's own.
        address = address.Equals(IPAddress.Any) ? IPAddress.Loopback : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
        return new(address, running?.Port ?? web.GetValue<int?>("Port") ?? DefaultPort);
    }

    /// <summary>The status of GET /healthz; 0 for what is no HTTP.</summary>
    private static async Task<int> StatusAsync(IPEndPoint endpoint, CancellationToken ct)
    {
        using var client = new TcpClient(endpoint.AddressFamily);
        await client.ConnectAsync(endpoint, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /healthz HTTP/1.1\r\nHost: localhost:{endpoint.Port}\r\nConnection: close\r\n\r\n"), ct);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var words = (await reader.ReadLineAsync(ct) ?? "").Split(' ');
        return words.Length >= 2 && words[0].StartsWith("HTTP/1.", StringComparison.Ordinal) && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }
}
