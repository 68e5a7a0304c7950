using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class MailMessageTests
{
    [Theory]
    [InlineData("Content-Type: text/html; charset=windows-1252\n\n<p>caf\u00e9</p>", "<p>café</p>")]
    [InlineData("Content-Type: text/html; charset=nonsense-8\n\n<p>plain</p>", "<p>plain</p>")]
    [InlineData("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+aGk8L3A+", "<p>hi</p>")]
    [InlineData("Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!not base64 at all", "")]
    [InlineData("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p a=3D1>=E2=82=AC =ZZ</p>", "<p a=1>€ =ZZ</p>")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>no</p>\n--b\nContent-Type: text/html\n\n<p>yes</p>\n--b--", "<p>yes</p>")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: inner\nContent-Type: text/html\n\n<p>attached</p>\n--b--", null)]
    [InlineData("Content-Type: multipart/mixed\n\nno boundary", null)]
    public void HtmlOfAMail_IsDecoded(string mail, string? html)
    {
        var letter = MailMessage.Read(Encoding.Latin1.GetBytes("Subject: x\n" + mail), TestContext.Current.CancellationToken);

        Assert.NotNull(letter);
        Assert.True(html is null ? letter.Html is null : html.Length == 0 ? letter.Html is null || !letter.Html.Contains('<', StringComparison.Ordinal) : letter.Html?.Trim() == html, letter.Html);
    }

    [Theory]
    [InlineData("Date: yesterday\nFrom: a@b.example\n\nx")]
    [InlineData("From: a@b.example\n\nx")]
    [InlineData("Date:\nSubject:\n\nx")]
    public void MailWithoutAReadableDate_HasNone(string mail) => Assert.Null(MailMessage.Read(Encoding.UTF8.GetBytes(mail), TestContext.Current.CancellationToken)?.Date);

    [Theory]
    [InlineData("")]
    [InlineData("hello\nworld")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("X-Only: this\n\nbody")]
    public void WhatIsNoMail_IsNone(string text) => Assert.Null(MailMessage.Read(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken));

    public static TheoryData<string, string> Hostile => new()
    {
        { "a million headers", string.Concat(Enumerable.Range(0, 1_000_000).Select(n => $"X-{n}: y\r\n")) + "\r\nbody" },
        { "a subject of words never closed", $"Subject: {string.Concat(Enumerable.Repeat("=?utf-8?Q?abc ", 500_000))}\r\n\r\nbody" },
        { "a folded subject", "Subject: a\r\n" + string.Concat(Enumerable.Repeat(" b\r\n", 1_000_000)) + "\r\nbody" },
        { "senders within senders", $"From: {string.Concat(Enumerable.Repeat("a:", 1_000_000))}\r\n\r\nbody" },
        { "parameters without end", $"Content-Type: text/html; {string.Concat(Enumerable.Range(0, 200_000).Select(n => $"a*{n}=x; "))}\r\n\r\nbody" },
        { "parts within parts", string.Concat(Enumerable.Range(0, 20_000).Select(n => $"Content-Type: multipart/mixed; boundary=\"b{n}\"\r\n\r\n--b{n}\r\n")) },
        { "a million parts", "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 1_000_000)) },
        { "mails within mails", string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 50_000)) },
        { "one line without end", "\r\n" + new string('-', 8_000_000) },
    };

    // Each of these costs the parser alone from nine seconds to hours.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void MailMadeToHurt_IsReadOrRefusedAllTheSame(string what, string mail)
    {
        var letter = MailMessage.Read(Encoding.UTF8.GetBytes("Message-ID: <1@a.example>\r\n" + mail), TestContext.Current.CancellationToken);

        Assert.True(letter is { MessageId: "1@a.example" }, what);
    }

    [Fact]
    public void Trim_LeavesAnOrdinaryMailAsItIs()
    {
        var mail = Encoding.UTF8.GetBytes("Subject: a\r\n b\r\nTo: x\r\n\r\n--\r\nline\r\n-----\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nText\r\n--b--");

        Assert.Equal(mail, MailTrim.Of(mail));
    }
}
