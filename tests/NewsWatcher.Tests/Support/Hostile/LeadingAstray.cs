using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Redirects to where nobody may go, in circles, and to nowhere.</summary>
internal static class LeadingAstray
{
    public static IEnumerable<Behaviour> All =>
    [
        .. new[]
        {
            "http://127.0.0.1:{canary}/", "http://localhost:{canary}/", "http://LOCALHOST.:{canary}/", "http://127.0.0.1.:{canary}/", "//127.0.0.1:{canary}/",
            "http://2130706433:{canary}/", "http://0x7f000001:{canary}/", "http://0x7f.1:{canary}/", "http://0177.0.0.01:{canary}/",
            "http://017700000001:{canary}/", "http://127.1:{canary}/", "http://[::ffff:127.0.0.1]:{canary}/", "http://[::ffff:7f00:1]:{canary}/", "http://[::127.0.0.1]:{canary}/",
            "http://[::1]:{canary}/", "http://[0:0:0:0:0:0:0:1]:{canary}/", "http://0.0.0.0:{canary}/", "http://0:{canary}/", "http://[::]:{canary}/", "http://[64:ff9b::7f00:1]:{canary}/",
            "http://[2002:7f00:1::]:{canary}/", "http://[2001:0:7f00:1::]:{canary}/", "http://[fe80::1%251]:{canary}/", "http://169.254.169.254/latest/meta-data/", "http://2852039166/latest/",
            "http://[fd00:ec2::254]/latest/", "http://100.100.100.200/latest/", "http://192.168.0.1/", "http://10.0.0.1/", "http://172.16.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
            "http://\u00ef\u00bc\u0091\u00ef\u00bc\u0092\u00ef\u00bc\u0097.\u00ef\u00bc\u0090.\u00ef\u00bc\u0090.\u00ef\u00bc\u0091:{canary}/", "http://127\u00e3\u0080\u00820\u00e3\u0080\u00820\u00e3\u0080\u00821:{canary}/",
            "http://\u00e2\u0091\u00a0\u00e2\u0091\u00a1\u00e2\u0091\u00a6.0.0.1:{canary}/", "http://news.example@127.0.0.1:{canary}/",
            "file:///etc/passwd", "FILE:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:{canary}/_GET", "javascript:alert(1)", "data:application/rss+xml,<rss/>", "dict://127.0.0.1:{canary}/",
            "ws://127.0.0.1:{canary}/", "unix:/run/docker.sock", "http://127.10.0.1:22/", "http://127.10.0.1:25/", "http://127.10.0.1:6667/", "https://user:pass@127.10.0.1/",
        }.Select(to => Behaviour.Redirect("to " + Printable(to), OutcomeClass.Blocked, to)),
        Behaviour.Redirect("to a scheme without slashes", OutcomeClass.HttpError, "http:127.0.0.1:{canary}/"),
        Behaviour.Redirect("to two backslashes", OutcomeClass.HttpError, "\\\\127.0.0.1:{canary}/"),
        Behaviour.Redirect("to three slashes", OutcomeClass.HttpError, "http:///127.0.0.1:{canary}/"),
        Behaviour.Redirect("to a port with a backslash", OutcomeClass.HttpError, "http://127.0.0.1:{canary}\\@news.example/"),
        Behaviour.Redirect("to itself", OutcomeClass.HttpError, "/feed", "circle"),
        Behaviour.Redirect("to itself with a fragment", OutcomeClass.HttpError, "/feed#again", "circle"),
        Behaviour.Redirect("to nothing", OutcomeClass.HttpError, "", "without a readable address"),
        Behaviour.Redirect("to half an address", OutcomeClass.HttpError, "http://[::", "without a readable address"),
        Behaviour.Redirect("to a port that is none", OutcomeClass.HttpError, "http://127.10.0.1:99999999/", "without a readable address"),
        Behaviour.Redirect("to a host of 300 letters", OutcomeClass.HttpError, $"http://{new string('a', 300)}.example/"),
        Behaviour.Redirect("to an address of 60,000 letters", OutcomeClass.HttpError, "/" + new string('a', 60_000)),
        Behaviour.Redirect("to an address of 4,090 letters that grows in escaping", OutcomeClass.Blocked, "/" + string.Concat(Enumerable.Repeat("<", 4_090)), "4,096"),
        Behaviour.Raw("302 without Location", OutcomeClass.HttpError, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "without a readable address"),
        Behaviour.Raw("Location with a header in it", OutcomeClass.Blocked, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{canary}/\r\n Set-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"),
        Behaviour.Raw("two Locations, the first forbidden", OutcomeClass.Blocked, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{canary}/\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"),
        Behaviour.Raw("a permanent move inwards", OutcomeClass.Blocked, "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:{canary}/\r\nContent-Length: 0\r\n\r\n"),
        Behaviour.Raw("308 inwards", OutcomeClass.Blocked, "HTTP/1.1 308 Moved\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"),
        Behaviour.Endless("302 with an endless body", OutcomeClass.HttpError, "HTTP/1.1 302 Found\r\nLocation: /feed\r\n\r\n", new string('x', 4096), says: "circle"),
        new("a trail without an end", OutcomeClass.HttpError, "more than 5", Trail),
    ];

    private static string Printable(string address) => string.Concat(address.Select(c => c is > ' ' and < '\u007f' ? c : '~'));

    // Every answer leads further on; the server answers any address.
    private static async Task Trail(Stream stream, Scene scene, CancellationToken ct) =>
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: /trail/{Guid.NewGuid():N}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), ct);
}
