using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class XmlPrescanTests
{
    private static readonly string Deep = Repeated("<a>", 257);
    private static readonly string Wide = $"<a {string.Concat(Enumerable.Range(0, 257).Select(n => $"b{n}='' "))}>";

    public static TheoryData<string> Immodest =>
    [
        Deep,
        Wide,
        Wide[..^1],
        "<rss>" + Wide,
        $"<!-- <a> > ' -->{Deep}",
        $"<a b='>' c=\"</a>\">{Repeated("<a>", 256)}",
        // What only looks like the beginning of a comment, a passage or a text must hide nothing.
        $"<!DOCTYPE rss [<!ENTITY a \"<!--\">]>{Deep}",
        $"<!DOCTYPE rss [<!ENTITY a '<![CDATA['><!-- ' --><?x '?>]>{Deep}",
        $"<![CDATA[<!--]]>{Deep}",
        $"<!-->-->{Deep}",
        $"<?x <!-- ?>{Deep}",
    ];

    public static TheoryData<string> Modest =>
    [
        "",
        "no markup",
        "<",
        "<rss><channel><item a='1'/></channel></rss>",
        Repeated("<a>", 256),
        Repeated("<a></a>", 10_000),
        Repeated("<a/>", 10_000),
        Repeated("<a b='c'>x</a>", 10_000),
        $"<rss><!-- {Deep} --></rss>",
        $"<rss><![CDATA[{Deep}]]></rss>",
        $"<?x {Deep}?><rss/>",
        $"<a b='{Deep}{new string('=', 1_000)}'/>",
        Repeated("</a>", 10_000),
    ];

    [Theory]
    [MemberData(nameof(Immodest))]
    public void TooDeepOrTooWide_IsKeptFromTheReader(string xml) => Assert.False(XmlPrescan.IsModest(xml));

    [Theory]
    [MemberData(nameof(Modest))]
    public void WhatFeedsAre_IsRead(string xml) => Assert.True(XmlPrescan.IsModest(xml));

    private static string Repeated(string unit, int times) => string.Concat(Enumerable.Repeat(unit, times));
}
