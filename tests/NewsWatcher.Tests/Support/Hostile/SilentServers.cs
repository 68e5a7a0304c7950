using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Servers that fall silent, drip, or never end.</summary>
internal static class SilentServers
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly string Chunk = $"1000\r\n{new string('x', 0x1000)}\r\n";

    public static IEnumerable<Behaviour> All =>
    [
        Behaviour.Silence("silent at once", ""),
        Behaviour.Silence("silent after a byte", "H"),
        Behaviour.Silence("silent after the status line", "HTTP/1.1 200 OK\r\n"),
        Behaviour.Silence("silent within a header", "HTTP/1.1 200 OK\r\nContent-Type: text/"),
        Behaviour.Silence("silent after 100 Continue", "HTTP/1.1 100 Continue\r\n\r\n"),
        Behaviour.Silence("silent after the headers", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        Behaviour.Silence("silent within a body of known length", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss version=\"2.0\">"),
        Behaviour.Silence("silent within a chunk", Chunked + "1000\r\n<rss>"),
        Behaviour.Silence("silent between chunks", Chunked + "5\r\n<rss>\r\n"),
        Behaviour.Silence("silent before the last chunk's end", Chunked + "5\r\n<rss>\r\n0\r\n"),
        Behaviour.Silence("silent after a whole feed without length", "HTTP/1.1 200 OK\r\n\r\n" + Behaviour.Sound),
        Behaviour.Silence("silent within a gzip body", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n\u001f\u008b\b"),
        Behaviour.Silence("silent after an error's headers with a body to come", "HTTP/1.1 200 Fine\r\nContent-Length: 5\r\n\r\n"),
        Behaviour.Endless("drips its status line", OutcomeClass.Timeout, "HTTP/1.1 200 ", "O", drips: true),
        Behaviour.Endless("drips headers", OutcomeClass.Timeout, "HTTP/1.1 200 OK\r\n", "X-A: b\r\n", drips: true),
        Behaviour.Endless("drips one header", OutcomeClass.Timeout, "HTTP/1.1 200 OK\r\nX-A: ", "b", drips: true),
        Behaviour.Endless("drips a body", OutcomeClass.Timeout, "HTTP/1.1 200 OK\r\n\r\n<rss>", " ", drips: true),
        Behaviour.Endless("drips chunks", OutcomeClass.Timeout, Chunked, "1\r\n \r\n", drips: true),
        Behaviour.Endless("drips a chunk's extension", OutcomeClass.Timeout, Chunked + "1;", "x", drips: true),
        Behaviour.Endless("drips 100 Continue", OutcomeClass.Timeout, "", "HTTP/1.1 100 Continue\r\n\r\n", drips: true),
        Behaviour.Endless("drips empty lines before the answer", OutcomeClass.HttpError, "", "\r\n", drips: true),
        Behaviour.Endless("endless body", OutcomeClass.TooLarge, "HTTP/1.1 200 OK\r\n\r\n<rss>", Chunk),
        Behaviour.Endless("endless chunks", OutcomeClass.TooLarge, Chunked, Chunk),
        Behaviour.Endless("endless tiny chunks", OutcomeClass.TooLarge, Chunked, string.Concat(Enumerable.Repeat("10\r\n<a>1234567890</>\r\n", 500)).Replace("10\r\n<a>1234567890</>", "10\r\n<a>123456789</a>", StringComparison.Ordinal)),
        Behaviour.Endless("endless header", OutcomeClass.TooLarge, "HTTP/1.1 200 OK\r\nX-A: ", new string('x', 4096)),
        Behaviour.Endless("endless headers", OutcomeClass.TooLarge, "HTTP/1.1 200 OK\r\n", $"X-A: {new string('x', 200)}\r\n"),
        Behaviour.Endless("endless 103 Early Hints", OutcomeClass.TooLarge, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"),
        Behaviour.Endless("endless 100 Continue", OutcomeClass.TooLarge, "", "HTTP/1.1 100 Continue\r\nX-A: b\r\n\r\n"),
        Behaviour.Endless("endless trailers", OutcomeClass.TooLarge, Chunked + "0\r\n", $"X-A: {new string('x', 200)}\r\n"),
        Behaviour.Endless("endless chunk size", OutcomeClass.HttpError, Chunked, "00000000000000000000"),
    ];
}
