using System.Globalization;
using System.Net.Sockets;
using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>One way in which a server misbehaves, and what the poll of a feed there has to end as.</summary>
/// <param name="Says">What the recorded reason holds; null when the class says enough.</param>
/// <param name="Answer">Writes the answer; hangs up when it returns.</param>
internal sealed record Behaviour(string Name, OutcomeClass Expected, string? Says, Func<Stream, Scene, CancellationToken, Task> Answer)
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(200);

    /// <summary>Entries that the feed gives all the same.</summary>
    public int Entries { get; init; }

    /// <summary>Whether it ends only with the time that a fetch may take.</summary>
    public bool IsEndless => Expected == OutcomeClass.Timeout;

    /// <summary>Answers with these characters as Latin-1 bytes; {canary} stands for the port of a server that nobody may reach, {port} for the server's own.</summary>
    public static Behaviour Raw(string name, OutcomeClass expected, string raw, string? says = null) =>
        new(name, expected, says, async (stream, scene, ct) => await stream.WriteAsync(Encoding.Latin1.GetBytes(scene.Place(raw)), ct));

    public static Behaviour Bytes(string name, OutcomeClass expected, Func<byte[]> raw, string? says = null)
    {
        var made = new Lazy<byte[]>(raw);
        return new(name, expected, says, async (stream, _, ct) => await stream.WriteAsync(made.Value, ct));
    }

    /// <summary>A sound answer with this body.</summary>
    public static Behaviour Document(string name, OutcomeClass expected, string body, string? says = null, string type = "application/xml; charset=utf-8") =>
        Bytes(name, expected, () => Bodied(Encoding.UTF8.GetBytes(body), "Content-Type: " + type), says);

    /// <summary>A sound feed of one entry behind odd headers.</summary>
    public static Behaviour Headed(string name, params string[] headers) =>
        Bytes(name, OutcomeClass.Ok, () => Bodied(Encoding.UTF8.GetBytes(Sound), headers)) with { Entries = 1 };

    public static Behaviour Redirect(string name, OutcomeClass expected, string location, string? says = null) =>
        Raw(name, expected, $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", says);

    /// <summary>Sends this much and then nothing, without hanging up.</summary>
    public static Behaviour Silence(string name, string begin) => new(name, OutcomeClass.Timeout, "did not answer completely", async (stream, _, ct) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), ct);
        await Task.Delay(Timeout.Infinite, ct);
    });

    /// <summary>Sends this much, and then the rest again and again: a little at a time, or as fast as it is taken.</summary>
    public static Behaviour Endless(string name, OutcomeClass expected, string begin, string rest, bool drips = false, string? says = null) => new(name, expected, says, async (stream, _, ct) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), ct);
        var again = Encoding.Latin1.GetBytes(rest);
        while (true)
        {
            await stream.WriteAsync(again, ct);
            if (drips)
            {
                await Task.Delay(Drip, ct);
            }
        }
    });

    /// <summary>Sends this much and resets the connection.</summary>
    public static Behaviour Reset(string name, string begin) => new(name, OutcomeClass.HttpError, null, async (stream, _, ct) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), ct);
        ((NetworkStream)stream).Socket.LingerState = new(enable: true, seconds: 0);
    });

    public static string Sound { get; } = Feed("<item><guid>a</guid><title>A plant is announced</title></item>");

    public static string Feed(string inner) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Odd news</title>{inner}</channel></rss>";

    public static byte[] Bodied(byte[] body, params string[] headers) =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n")), .. body];

    public override string ToString() => Name;
}
