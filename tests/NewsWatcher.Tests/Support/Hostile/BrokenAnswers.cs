using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Answers that are no HTTP, break off, or have an unhappy status.</summary>
internal static class BrokenAnswers
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    public static IEnumerable<Behaviour> All => [.. NoHttp, .. BrokenOff, .. Statuses];

    private static IEnumerable<Behaviour> NoHttp =>
    [
        Behaviour.Raw("HTTP/0.9", OutcomeClass.HttpError, Behaviour.Sound),
        Behaviour.Raw("a TLS greeting", OutcomeClass.HttpError, "\u0016\u0003\u0001\u0002\0 this is no HTTP at all"),
        Behaviour.Raw("an SSH greeting", OutcomeClass.HttpError, "SSH-2.0-OpenSSH_9.9\r\n", "not HTTP"),
        Behaviour.Raw("HTTP/9.9", OutcomeClass.HttpError, "HTTP/9.9 200 OK\r\n\r\n", "not HTTP"),
        Behaviour.Raw("a status of letters", OutcomeClass.HttpError, "HTTP/1.1 abc OK\r\n\r\n", "not HTTP"),
        Behaviour.Raw("a status of four digits", OutcomeClass.HttpError, "HTTP/1.1 2000 OK\r\n\r\n", "not HTTP"),
        Behaviour.Raw("a header without colon", OutcomeClass.HttpError, "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", "not HTTP"),
        Behaviour.Raw("a length of letters", OutcomeClass.ParseError, "HTTP/1.1 200 OK\r\nContent-Length: many\r\nConnection: close\r\n\r\nhello"),
        Behaviour.Raw("a negative length", OutcomeClass.ParseError, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\nConnection: close\r\n\r\nhello"),
        Behaviour.Raw("a huge length", OutcomeClass.TooLarge, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss>"),
        Behaviour.Raw("a length beyond all numbers", OutcomeClass.ParseError, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999999\r\nConnection: close\r\n\r\nhello"),
        Behaviour.Raw("chunk sizes that are none", OutcomeClass.HttpError, Chunked + "zzzz\r\nhello"),
        Behaviour.Raw("a chunk size beyond all numbers", OutcomeClass.HttpError, Chunked + "ffffffffffffffffff\r\nhello"),
        Behaviour.Raw("a negative chunk size", OutcomeClass.HttpError, Chunked + "-5\r\nhello\r\n0\r\n\r\n"),
        Behaviour.Raw("a chunk longer than it says", OutcomeClass.HttpError, Chunked + "2\r\nhello\r\n0\r\n\r\n"),
        Behaviour.Raw("a huge status phrase", OutcomeClass.TooLarge, $"HTTP/1.1 500 {new string('x', 200_000)}\r\n\r\n"),
        Behaviour.Raw("one huge header", OutcomeClass.TooLarge, $"HTTP/1.1 200 OK\r\nX-A: {new string('x', 200_000)}\r\n\r\n"),
        Behaviour.Raw("100,000 headers", OutcomeClass.TooLarge, $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 100_000))}\r\n"),
        Behaviour.Raw("a switch of protocols", OutcomeClass.HttpError, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"),
        Behaviour.Raw("a second answer behind the first", OutcomeClass.Ok, $"HTTP/1.1 200 OK\r\nContent-Length: {Behaviour.Sound.Length}\r\n\r\n{Behaviour.Sound}HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond") with { Entries = 1 },
    ];

    private static IEnumerable<Behaviour> BrokenOff =>
    [
        Behaviour.Raw("hangs up at once", OutcomeClass.HttpError, ""),
        Behaviour.Raw("hangs up within the headers", OutcomeClass.HttpError, "HTTP/1.1 200 OK\r\nContent-Ty"),
        Behaviour.Raw("hangs up before the announced end", OutcomeClass.HttpError, $"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{Behaviour.Sound}", "before the answer was complete"),
        Behaviour.Raw("hangs up between chunks", OutcomeClass.HttpError, Chunked + "5\r\n<rss>\r\n", "before the answer was complete"),
        Behaviour.Raw("hangs up within a chunk", OutcomeClass.HttpError, Chunked + "500\r\n<rss>", "before the answer was complete"),
        Behaviour.Reset("resets at once", ""),
        Behaviour.Reset("resets within the headers", "HTTP/1.1 200 OK\r\nContent-Ty"),
        Behaviour.Reset("resets within the body", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>"),
        Behaviour.Reset("resets within a chunk", Chunked + "500\r\n<rss>"),
        Behaviour.Raw("hangs up within a feed without length", OutcomeClass.Ok, "HTTP/1.1 200 OK\r\n\r\n" + Behaviour.Sound[..^20], "read in part") with { Entries = 1 },
    ];

    private static IEnumerable<Behaviour> Statuses =>
    [
        Status("204 No Content", OutcomeClass.ParseError),
        Status("205 Reset Content", OutcomeClass.ParseError),
        Status("206 Partial Content", OutcomeClass.HttpError),
        Status("300 Multiple Choices", OutcomeClass.HttpError),
        Status("304 Not Modified", OutcomeClass.HttpError, "without conditions"),
        Status("305 Use Proxy", OutcomeClass.HttpError),
        Status("400 Bad Request", OutcomeClass.HttpError),
        Status("401 Unauthorized", OutcomeClass.HttpError, "401", "WWW-Authenticate: Negotiate", "WWW-Authenticate: Basic realm=\"x\""),
        Status("402 Payment Required", OutcomeClass.HttpError),
        Status("403 Forbidden", OutcomeClass.HttpError),
        Status("404 Not Found", OutcomeClass.HttpError),
        Status("407 Proxy Authentication Required", OutcomeClass.HttpError),
        Status("410 Gone", OutcomeClass.Gone, "1 of 3"),
        Status("418 I'm a teapot", OutcomeClass.HttpError),
        Status("429 Too Many Requests", OutcomeClass.RateLimited, null, "Retry-After: 99999999999999"),
        Status("451 Unavailable For Legal Reasons", OutcomeClass.HttpError),
        Status("500 Internal Server Error", OutcomeClass.HttpError),
        Status("502 Bad Gateway", OutcomeClass.HttpError),
        Status("503 Service Unavailable", OutcomeClass.RateLimited, null, "Retry-After: -5"),
        Status("520 Odd", OutcomeClass.HttpError),
        Status("999 <script>alert(1)</script>", OutcomeClass.HttpError, "answered 999."),
        Behaviour.Raw("429 with a date that is past", OutcomeClass.RateLimited, HostileServer.Status("429 Too Many Requests", "", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT")),
        Behaviour.Raw("429 with nonsense", OutcomeClass.RateLimited, HostileServer.Status("429 Too Many Requests", "", "Retry-After: \u00ff\u00fe soon")),
        Behaviour.Endless("500 with an endless body", OutcomeClass.HttpError, "HTTP/1.1 500 Oops\r\n\r\n", new string('x', 4096)),
    ];

    private static Behaviour Status(string status, OutcomeClass expected, string? says = null, params string[] headers) =>
        Behaviour.Raw(status[..3] + status[3..].Replace("<", "", StringComparison.Ordinal), expected, HostileServer.Status(status, status.StartsWith("20", StringComparison.Ordinal) || status.StartsWith("304", StringComparison.Ordinal) ? "" : "whatever", headers), says);
}
