using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class OpmlReaderTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "", "not well-formed" },
        { "<opml><body><outline", "not well-formed" },
        { "<rss/>", "not OPML" },
        { """<!DOCTYPE opml [ <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;"> ]><opml><body><outline text="&b;" xmlUrl="https://x.example/"/></body></opml>""", "not well-formed" },
        { """<!DOCTYPE opml [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]><opml><body><outline text="&x;"/></body></opml>""", "not well-formed" },
        { Body(string.Concat(Enumerable.Repeat("<a>", 1_000_000))), "more than 256 deep" },
        { Body($"<outline {string.Concat(Enumerable.Range(0, 10_000).Select(n => $"a{n}='' "))}/>"), "a tag of more attributes" },
        { Body(string.Concat(Enumerable.Repeat("<outline text='f'>", 17)) + string.Concat(Enumerable.Repeat("</outline>", 17))), "more than 16 deep" },
        { Body(string.Concat(Enumerable.Range(0, 5001).Select(i => $"<outline xmlUrl='https://x.example/{i}'/>"))), "more than 5000 outlines" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HostileFile_IsRefusedAsAWhole(string opml, string reason) =>
        Assert.Contains(reason, Assert.IsType<OpmlRead.Refused>(OpmlReader.Read(Encoding.UTF8.GetBytes(opml))).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://me:secret@x.example/rss")]
    [InlineData("//x.example/rss")]
    [InlineData("https://")]
    [InlineData("https://xn--a\u00E9.example/rss")]
    public void AddressThatNobodyMayPoll_IsLeftOut(string address)
    {
        var read = Read(Body($"<outline text='X' xmlUrl='{address}'/>"));

        Assert.Empty(read.Outlines);
        Assert.Contains(address, Assert.Single(read.Skipped), StringComparison.Ordinal);
    }

    [Fact]
    public void FoldersAndCategories_BecomeTags()
    {
        var read = Read(Body("""
            <outline text="Power"><outline title="Gas &amp; Oil"><outline text="A" xmlUrl="https://a.example/rss" category="/Power,wire"/></outline><outline text="B" xmlurl="https://b.example/rss"/></outline>
            <outline xmlUrl="HTTPS://C.example/rss"/>
            """));

        Assert.Equal(
            [("A", "Power|Gas & Oil|wire"), ("B", "Power"), ("c.example", "")],
            read.Outlines.Select(o => (o.Title, string.Join('|', o.Tags))));
    }

    [Fact]
    public void SameAddressTwice_IsTakenOnce()
    {
        var read = Read(Body("<outline text='A' xmlUrl='https://a.example/rss'/><outline text='B' xmlUrl='http://www.a.example/rss/?utm_source=x'/>"));

        Assert.Equal(("A", 1), (Assert.Single(read.Outlines).Title, read.Skipped.Count));
    }

    [Fact]
    public void WhatIsWritten_ReadsBack()
    {
        Feed[] feeds =
        [
            new() { Id = "a", Name = "A <&> \u0001\ud800", Url = new("https://a.example/rss?x=1&y=2"), Tags = ["電力", "gas"] },
            new() { Id = "f", Name = "F", File = "/x.xml" },
            new() { Id = "b", Name = "B", Url = new("https://b.example/rss") },
        ];
        using var written = new StringWriter();

        OpmlWriter.Write(feeds, written);

        Assert.Equal(
            [("B", "https://b.example/rss", ""), ("A <&> \ufffd", "https://a.example/rss?x=1&y=2", "電力|gas")],
            Read(written.ToString()).Outlines.Select(o => (o.Title, o.Url.AbsoluteUri, string.Join('|', o.Tags))));
    }

    private static string Body(string outlines) => $"<opml version='2.0'><body>{outlines}</body></opml>";

    private static OpmlRead.Subscriptions Read(string opml) => Assert.IsType<OpmlRead.Subscriptions>(OpmlReader.Read(Encoding.UTF8.GetBytes(opml)));
}
