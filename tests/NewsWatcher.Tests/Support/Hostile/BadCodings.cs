using System.IO.Compression;
using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Bodies in codings: bombs, unfinished, unknown, nested, false.</summary>
internal static class BadCodings
{
    private const int MiB = 1024 * 1024;

    public static IEnumerable<Behaviour> All =>
    [
        .. new[] { "gzip", "deflate", "br" }.SelectMany(Of),
        Behaviour.Bytes("a gzip bomb within a gzip bomb", OutcomeClass.ParseError, () => HostileServer.Coded("gzip", Encode("gzip", Encode("gzip", new byte[64 * MiB])))),
        Behaviour.Bytes("gzip three times over", OutcomeClass.HttpError, () => HostileServer.Coded("gzip, gzip, gzip", Encode("gzip", Sound)), "3 times"),
        Behaviour.Bytes("gzip in two header lines", OutcomeClass.HttpError, () => HostileServer.Coded("gzip\r\nContent-Encoding: br", Encode("gzip", Sound)), "2 times"),
        Behaviour.Bytes("a coding nobody knows", OutcomeClass.HttpError, () => HostileServer.Coded("x-evil", Sound), "x-evil"),
        Behaviour.Bytes("a coding nobody asked for", OutcomeClass.HttpError, () => HostileServer.Coded("zstd", Sound), "zstd"),
        Behaviour.Bytes("a coding of 10,000 letters", OutcomeClass.HttpError, () => HostileServer.Coded(new string('z', 10_000), Sound)),
        Behaviour.Bytes("a bomb that announces little", OutcomeClass.TooLarge, () => HostileServer.Coded("gzip", Encode("gzip", new byte[200 * MiB]))),
        Behaviour.Bytes("gzip without saying so", OutcomeClass.ParseError, () => Behaviour.Bodied(Encode("gzip", Sound), "Content-Type: application/rss+xml")),
        Behaviour.Bytes("an empty body called gzip", OutcomeClass.ParseError, () => HostileServer.Coded("gzip", []), "empty"),
        Behaviour.Bytes("a gzip of nothing", OutcomeClass.ParseError, () => HostileServer.Coded("gzip", Encode("gzip", [])), "empty"),
        Behaviour.Bytes("gzip with rubbish behind it", OutcomeClass.Ok, () => HostileServer.Coded("gzip", [.. Encode("gzip", Sound), 1, 2, 3])) with { Entries = 1 },
        Behaviour.Bytes("two gzip members, the second cut", OutcomeClass.Ok, () => HostileServer.Coded("gzip", [.. Encode("gzip", Sound), .. Encode("gzip", Sound)[..20]]), "read in part") with { Entries = 1 },
    ];

    private static byte[] Sound => Encoding.UTF8.GetBytes(Behaviour.Sound);

    // Noise, so that the coded form is long enough to be cut in the middle.
    private static byte[] Long => Encoding.UTF8.GetBytes(Behaviour.Feed(string.Concat(Enumerable.Range(0, 200).Select(n =>
        $"<item><guid>{n}</guid><title>Story {n} of {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(n)))}</title></item>"))));

    public static byte[] Encode(string coding, byte[] body)
    {
        using var coded = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "deflate" => new ZLibStream(coded, CompressionLevel.Fastest, leaveOpen: true),
            "raw deflate" => new DeflateStream(coded, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(coded, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(coded, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            encoder.Write(body);
        }

        return coded.ToArray();
    }

    private static IEnumerable<Behaviour> Of(string coding) =>
    [
        Behaviour.Bytes($"a {coding} bomb", OutcomeClass.TooLarge, () => HostileServer.Coded(coding, Encode(coding, new byte[64 * MiB]))),
        Behaviour.Bytes($"{coding} that is none", OutcomeClass.HttpError, () => HostileServer.Coded(coding, [0xff, 0xff, .. Sound]), "does not keep to its coding"),
        Behaviour.Bytes($"{coding} cut in the middle", OutcomeClass.Ok, () => HostileServer.Coded(coding, Encode(coding, Long)[..^4_000]), "read in part"),
        Behaviour.Bytes($"{coding} cut by its last bytes", OutcomeClass.Ok, () => HostileServer.Coded(coding, Encode(coding, Long)[..^3]), "read in part"),
    ];
}
