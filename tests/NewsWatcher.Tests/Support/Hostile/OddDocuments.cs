using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Bodies that came well and are no feed, or one that was made to hurt whoever reads it; and headers that lie about them.</summary>
internal static class OddDocuments
{
    public static IEnumerable<Behaviour> All => [.. NoFeeds, .. CostlyFeeds, .. OddHeaders];

    private static IEnumerable<Behaviour> NoFeeds =>
    [
        Behaviour.Document("empty", OutcomeClass.ParseError, "", "empty"),
        Behaviour.Document("white space", OutcomeClass.ParseError, new string(' ', 100_000)),
        Behaviour.Document("a captive portal", OutcomeClass.ParseError, "<!doctype html><html><head><title>Sign in</title><meta http-equiv=refresh content='0;url=http://127.0.0.1/'></head><body>Sign in</body></html>", "HTML", "application/rss+xml"),
        Behaviour.Document("plain text", OutcomeClass.ParseError, "The feed has moved.", "text", "application/rss+xml"),
        Behaviour.Document("JSON that is no feed", OutcomeClass.ParseError, """{"error": "no such feed"}""", type: "application/feed+json"),
        Behaviour.Document("JSON of 100,000 brackets", OutcomeClass.ParseError, new string('[', 100_000), type: "application/feed+json"),
        Behaviour.Document("half a JSON feed", OutcomeClass.ParseError, """{"version": "https://jsonfeed.org/version/1.1", "title": "a", "items": [{"id": """),
        Behaviour.Document("JSON for XML", OutcomeClass.ParseError, "[1, 2, 3]"),
        Behaviour.Document("an image", OutcomeClass.ParseError, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", type: "image/png"),
        Behaviour.Document("a PDF", OutcomeClass.ParseError, "%PDF-1.7 \0\u0001\u0002"),
        Behaviour.Document("nothing but NUL", OutcomeClass.ParseError, new string('\0', 50_000)),
        Behaviour.Document("an SVG", OutcomeClass.ParseError, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        Behaviour.Document("a site map", OutcomeClass.ParseError, "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://news.example/</loc></url></urlset>"),
        Behaviour.Document("an entity for the root", OutcomeClass.ParseError, "<!DOCTYPE rss [<!ENTITY a '<rss/>'>]>&a;"),
        Behaviour.Document("16 MiB and a byte", OutcomeClass.TooLarge, new string(' ', (16 * 1024 * 1024) + 1)),
    ];

    private static IEnumerable<Behaviour> CostlyFeeds =>
    [
        Feed("a billion laughs", 1, $"<!DOCTYPE rss [<!ENTITY a 'ha'>{string.Concat(Enumerable.Range(0, 20).Select(n => $"<!ENTITY {(char)('b' + n)} '{string.Concat(Enumerable.Repeat($"&{(char)('a' + n)};", 10))}'>"))}]>", "<item><guid>a</guid><title>&u;</title></item>"),
        Feed("an entity that reads a file", 1, "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "<item><guid>a</guid><title>x &a;</title></item>"),
        Feed("an entity that asks a server", 1, "<!DOCTYPE rss [<!ENTITY a SYSTEM 'http://127.0.0.1/'>]>", "<item><guid>a</guid><title>x &a;</title></item>"),
        Feed("a DTD elsewhere", 1, "<!DOCTYPE rss SYSTEM 'http://169.254.169.254/a.dtd'>", "<item><guid>a</guid><title>x</title></item>"),
        Feed("parameter entities", 1, "<!DOCTYPE rss [<!ENTITY % a SYSTEM 'http://169.254.169.254/'> %a;]>", "<item><guid>a</guid><title>x</title></item>"),
        Feed("a huge DTD", 1, $"<!DOCTYPE rss [{string.Concat(Enumerable.Range(0, 50_000).Select(n => $"<!ENTITY e{n} 'x'>"))}]>", "<item><guid>a</guid><title>x</title></item>"),
        Feed("elements 100,000 deep", 1, "", $"<item><guid>a</guid><title>x</title></item>{string.Concat(Enumerable.Repeat("<a>", 100_000))}{string.Concat(Enumerable.Repeat("</a>", 100_000))}"),
        Feed("markup 100,000 deep in an entry", 1, "", $"<item><guid>a</guid><title>x</title><description><![CDATA[{string.Concat(Enumerable.Repeat("<div>", 100_000))}]]></description></item>"),
        Feed("100,000 elements never closed", 1, "", $"<item><guid>a</guid><title>x</title></item>{string.Concat(Enumerable.Repeat("<b>", 100_000))}"),
        Feed("100,000 attributes of an element", 1, "", $"<item {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}='b' "))}><guid>a</guid><title>x</title></item>"),
        Feed("100,000 name spaces", 1, "", $"<item {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"xmlns:a{n}='urn:{n}' "))}><guid>a</guid><title>x</title></item>"),
        Feed("elements 4 million deep", 1, "", $"<item><guid>a</guid><title>x</title></item>{string.Concat(Enumerable.Repeat("<a>", 4_000_000))}"),
        Feed("elements 3 million deep with words between", 1, "", $"<item><guid>a</guid><title>x</title></item>{string.Concat(Enumerable.Repeat("<a>b", 3_000_000))}"),
        Feed("a million attributes of an element", 1, "", $"<item {string.Concat(Enumerable.Range(0, 1_000_000).Select(n => $"a{n}='' "))}><guid>a</guid><title>x</title></item>"),
        Feed("300,000 names of its own", 1, "", $"<item><guid>a</guid><title>x</title>{string.Concat(Enumerable.Range(0, 290_000).Select(n => $"<n{n}x{Random.Shared.Next()}/>"))}</item>"),
        Feed("links that grow", 1_000, "", string.Concat(Enumerable.Range(0, 4_000).Select(n => $"<item xml:base='https://news.example/{new string('x', 1_000)}/'><guid>{n}</guid><title>Story {n}</title><description>{string.Concat(Enumerable.Repeat("&lt;a href=b>", 200))}</description></item>"))),
        Feed("enclosures that grow", 1_000, "", $"<item><guid>a</guid><title>x</title></item>{string.Concat(Enumerable.Range(0, 9_000).Select(n => $"<item xml:base='https://news.example/{new string('x', 1_000)}/'><guid>{n}</guid><title>Story {n}</title>{string.Concat(Enumerable.Range(0, 30).Select(e => $"<enclosure url='{e}'/>"))}</item>"))}"),
        Feed("an attribute of 8 MB", 1, "", $"<item a='{new string('x', 8_000_000)}'><guid>a</guid><title>x</title></item>"),
        Feed("a title of 10 MB", 1, "", $"<item><guid>a</guid><title>{new string('x', 10_000_000)}</title></item>"),
        Feed("a million line breaks in a title", 1, "", $"<item><guid>a</guid><title>x{new string('\n', 1_000_000)}y</title></item>"),
        Feed("an id of 1 MB", 1, "", $"<item><guid>{new string('x', 1_000_000)}</guid><title>x</title></item>"),
        Feed("a link of 1 MB", 1, "", $"<item><guid>a</guid><title>x</title><link>https://news.example/{new string('x', 1_000_000)}</link></item>"),
        Feed("100,000 entries", 1_000, "", string.Concat(Enumerable.Range(0, 100_000).Select(n => $"<item><guid>{n}</guid><title>Story {n}</title></item>"))),
        Feed("10,000 entries with one id", 1_000, "", string.Concat(Enumerable.Range(0, 10_000).Select(n => $"<item><guid>a</guid><title>Story {n}</title><link>https://news.example/{n}</link></item>"))),
        Feed("100,000 categories of an entry", 1, "", $"<item><guid>a</guid><title>x</title>{string.Concat(Enumerable.Range(0, 100_000).Select(n => $"<category>c{n}</category>"))}</item>"),
        Feed("200,000 ends without beginnings", 1, "", $"<item><guid>a</guid><title>x</title></item>{string.Concat(Enumerable.Repeat("</b>", 200_000))}"),
        Feed("200,000 entity references", 1, "", $"<item><guid>a</guid><title>x{string.Concat(Enumerable.Repeat("&undefined;&#x110000;&#0;&", 50_000))}</title></item>"),
        Feed("NUL and control characters", 1, "", "<item><guid>a\0b</guid><title>x\0\u0001\u001f\u007f\u0085\ufffe\uffff</title></item>"),
        Feed("a date of 100,000 digits", 1, "", $"<item><guid>a</guid><title>x</title><pubDate>{new string('9', 100_000)}</pubDate></item>"),
        Behaviour.Document("lone surrogates in JSON", OutcomeClass.Ok, """{"version":"https://jsonfeed.org/version/1.1","title":"\ud800","items":[{"id":"\udfff","title":"x\ud83d","content_text":"\ud800\ud800"}]}""", type: "application/feed+json") with { Entries = 1 },
        Behaviour.Document("JSON 60 deep in an entry", OutcomeClass.Ok, $$"""{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[{"id":"a","title":"x","_odd":{{new string('[', 60)}}{{new string(']', 60)}}}]}""", type: "application/feed+json") with { Entries = 1 },
        Behaviour.Document("scripts for text", OutcomeClass.Ok, Behaviour.Feed("<item><guid>a</guid><title>&lt;script&gt;alert(1)&lt;/script&gt;=cmd()</title><link>javascript:alert(1)</link><author>\"&gt;&lt;img onerror=alert(1)&gt;</author></item>")) with { Entries = 1 },
    ];

    private static IEnumerable<Behaviour> OddHeaders =>
    [
        Behaviour.Headed("an unquoted ETag", "ETag: abc"),
        Behaviour.Headed("an ETag of quotes", "ETag: \"\"\"a\"b\"\"\""),
        Behaviour.Headed("a binary ETag", "ETag: \"\u0080\u00ff\u0001\""),
        Behaviour.Headed("an ETag of 60,000 letters", $"ETag: \"{new string('e', 60_000)}\""),
        Behaviour.Headed("two ETags", "ETag: \"a\"", "ETag: \"b\""),
        Behaviour.Headed("Last-Modified that is no date", "Last-Modified: yesterday at noon"),
        Behaviour.Headed("Last-Modified in the year 9999", "Last-Modified: Fri, 31 Dec 9999 23:59:59 GMT"),
        Behaviour.Headed("freshness beyond all numbers", "Cache-Control: max-age=99999999999999999999", "Expires: never", "Age: -1"),
        Behaviour.Headed("a Content-Type that is none", "Content-Type: ;;;=\u00ff"),
        Behaviour.Headed("a charset nobody knows", "Content-Type: application/xml; charset=klingon-8"),
        Behaviour.Headed("a charset of 10,000 letters", $"Content-Type: application/xml; charset={new string('c', 10_000)}"),
        Behaviour.Headed("UTF-7", "Content-Type: application/xml; charset=utf-7"),
        Behaviour.Headed("a charset that is false", "Content-Type: application/xml; charset=utf-16"),
        Behaviour.Headed("an image type", "Content-Type: image/png"),
        Behaviour.Headed("a thousand cookies", [.. Enumerable.Range(0, 1_000).Select(n => $"Set-Cookie: c{n}=v; Path=/")]),
        Behaviour.Headed("a download", "Content-Disposition: attachment; filename=\"../../etc/passwd\""),
        Behaviour.Headed("a refresh inwards", "Refresh: 0; url=http://127.0.0.1/", "Link: <http://127.0.0.1/>; rel=preload", "Alt-Svc: h2=\"127.0.0.1:443\""),
        Behaviour.Headed("a status phrase in markup", "X-Odd: <script>alert(1)</script>"),
        Behaviour.Raw("two lengths that differ", OutcomeClass.HttpError, $"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{Behaviour.Sound}"),
        Behaviour.Raw("a length and chunks", OutcomeClass.Ok, $"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{Behaviour.Sound.Length:x}\r\n{Behaviour.Sound}\r\n0\r\n\r\n") with { Entries = 1 },
        Behaviour.Raw("a transfer coding nobody knows", OutcomeClass.Ok, $"HTTP/1.1 200 OK\r\nTransfer-Encoding: x-evil\r\nConnection: close\r\n\r\n{Behaviour.Sound}") with { Entries = 1 },
    ];

    private static Behaviour Feed(string name, int entries, string declared, string inner) => Behaviour.Bytes(name, OutcomeClass.Ok,
        () => Behaviour.Bodied(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{declared}<rss version=\"2.0\"><channel><title>Odd news</title>{inner}</channel></rss>"), "Content-Type: application/rss+xml")) with
    {
        Entries = entries,
    };
}
