using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class MailFolderTests : IDisposable
{
    private const string Letter = """
        <table><tr><td><a href="https://port.example/view">View in your browser</a></td></tr>
        <tr><td><a href="https://click.example/1"><img alt="Quay"></a><h2><a href="https://click.example/1">Quay opens for gas carriers in spring</a></h2><p>The first of three berths takes ships from April.</p><a href="https://click.example/1">Read more</a></td></tr>
        <tr><td><h2>Ministry names the buyers of the plant</h2><p>Two trading houses are among the bidders.</p><a href="https://click.example/2">Read more</a></td></tr>
        <tr><td><p>As <a href="https://other.example/r">we wrote at some length</a> last week, the whole matter is far from over and will take us into the summer, says everybody who has looked at it.</p></td></tr>
        <tr><td><a href="https://social.example/us"><img alt="Follow us"></a></td></tr>
        <tr><td>You asked for this. <a href="https://click.example/out/abc">Leave the list here</a> <a href="https://port.example/group">About the whole company group and its brands</a></td></tr></table>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;
    private readonly MailFolder _mails = new(4 * 1024 * 1024);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StoriesOfANewsletter_AreEntries()
    {
        Write("a.eml", Html(Letter, "List-Unsubscribe: <https://click.example/out/abc>\n"));

        var entries = (await FreshAsync()).Document.Entries;

        Assert.Equal([("Quay opens for gas carriers in spring", "https://click.example/1", "The first of three berths takes ships from April."), ("Ministry names the buyers of the plant", "https://click.example/2", "Two trading houses are among the bidders.")],
            entries.Select(e => (e.Title, e.Link ?? "", e.Summary ?? "")));
        Assert.All(entries, e => Assert.Equal((new(2026, 2, 17, 22, 0, 0, TimeSpan.Zero), "Port Weekly", "https://mail.port.example/"), (e.Published, e.SourceName, e.SourceUrl)));
    }

    [Fact]
    public async Task MailAsAWhole_IsOneEntryWithItsText()
    {
        Write("a.eml", Html(Letter, "Archived-At: <https://lists.example/1>\n"));

        var entry = Assert.Single((await FreshAsync(MailEntries.Mail)).Document.Entries);

        Assert.Equal(("mail:1@port.example", "Port – weekly", "https://lists.example/1"), (entry.Id, entry.Title, entry.Link));
        Assert.Contains("three berths", entry.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LetterWithoutStories_IsOneEntry()
    {
        Write("a.eml", Html("<p>The plan is agreed. <a href='https://x.example/unsubscribe'>Unsubscribe</a></p>"));

        Assert.Equal("mail:1@port.example", Assert.Single((await FreshAsync()).Document.Entries).Id);
    }

    // The link says less than the headline above it, or is a picture that says what it leads to.
    [Theory]
    [InlineData("<h2>Port authority picks a builder for its berth</h2><p>A consortium was chosen. <a href='https://x.example/1'>Continue reading &rarr;</a></p>", "Port authority picks a builder for its berth")]
    [InlineData("<h3>港湾局が岸壁の建設業者を決めた</h3><p>三社が選ばれた。<a href='https://x.example/1'>続きを読む（会員の方はこちら）</a></p>", "港湾局が岸壁の建設業者を決めた")]
    [InlineData("<p><a href='https://x.example/1'><img src='https://x.example/a.png' alt='What the summit in March may bring'></a></p>", "What the summit in March may bring")]
    [InlineData("<p><a href='https://x.example/1'><img alt='A crane lifts boxes in the harbour of the town'></a></p><p><a href='https://x.example/1'>Harbour dues to rise</a></p>", "Harbour dues to rise")]
    [InlineData("<p><a href='https://x.example/'><img alt='The Harbour Letter of the Week'></a></p>", null)]
    public async Task Story_IsCalledByItsHeadline(string html, string? title)
    {
        Write("a.eml", Html(html + "<p>The whole letter is about ships, and nothing else was written this week.</p>"));

        Assert.Equal(title ?? "Port – weekly", Assert.Single((await FreshAsync()).Document.Entries).Title);
    }

    [Fact]
    public async Task ListWithoutMarkup_IsReadLineByLine()
    {
        Write("a.eml", Head() + """
            Content-Type: text/plain; charset=utf-8

            ━━━━━━━━━━━━━━━━━━
              港湾ニュースメール 第1234号
            ━━━━━━━━━━━━━━━━━━
            ■ 商社が港湾への出資を検討している
              https://harbour.example/ja/1
            ◆ 送電網の増強に一兆円を投じる計画
              https://harbour.example/ja/2

            1. Regulator clears gas plant for data centres [1]
            The plant will be built by 2028.

            2. Ports minister meets the trading houses [2]

            Both are told at length, as always [7].

            [1] https://harbour.example/plant
            [2]: https://harbour.example/minister

            The first thing is told here
            https://harbour.example/a
            Nobody knows whether this is its end
            or the beginning of the next one
            https://harbour.example/b
            """);

        Assert.Equal([("商社が港湾への出資を検討している", "https://harbour.example/ja/1", null), ("送電網の増強に一兆円を投じる計画", "https://harbour.example/ja/2", null),
            ("Regulator clears gas plant for data centres", "https://harbour.example/plant", "The plant will be built by 2028."), ("Ports minister meets the trading houses", "https://harbour.example/minister", (string?)null)],
            (await FreshAsync()).Document.Entries.Select(e => (e.Title, e.Link ?? "", e.Summary)));
    }

    [Fact]
    public async Task MailWithoutMarkup_IsReadByItsLines()
    {
        Write("a.eml", Head() + """
            Content-Type: text/plain; charset=utf-8

            Good morning.

            * Container terminal to be sold to a pension fund
            The fund pays 1.2 billion dollars.
            Read more: https://harbour.example/sale

            Dredging contract awarded after long dispute

            <https://harbour.example/dredging>

            深水港の第一期工事が完了した https://harbour.example/ja

            To unsubscribe from this long letter click https://harbour.example/out?u=1
            """);

        Assert.Equal([("Container terminal to be sold to a pension fund", "https://harbour.example/sale", "The fund pays 1.2 billion dollars."), ("Dredging contract awarded after long dispute", "https://harbour.example/dredging", null),
            ("深水港の第一期工事が完了した", "https://harbour.example/ja", (string?)null)], (await FreshAsync()).Document.Entries.Select(e => (e.Title, e.Link ?? "", e.Summary)));
    }

    [Fact]
    public async Task StoryThatTwoMailsLink_IsTakenAsTheFirstToldIt()
    {
        Write("b.eml", Html("<p><a href='https://x.example/1?utm_source=b'>Quay opens to carriers, again</a></p><p><a href='https://x.example/2'>Second berth is begun today</a></p>", "", "Thu, 19 Feb 2026 07:00:00 +0900"));
        Write("a.eml", Html("<p><a href='https://x.example/1?utm_source=a'>Quay opens to the carriers</a></p>"));

        Assert.Equal(["Second berth is begun today", "Quay opens to the carriers"], (await FreshAsync()).Document.Entries.Select(e => e.Title));
    }

    [Fact]
    public async Task UnchangedFolder_OpensNoFile_AndAChangedFileIsReadAgain()
    {
        var path = Write("a.eml", Html(Letter));
        var hash = (await FreshAsync()).Hash;
        await using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.IsType<FeedPoll.Unchanged>(await _mails.PollAsync(_folder, MailEntries.Story, hash, TestContext.Current.CancellationToken));
        }

        Write("a.eml", Html("<p><a href='https://x.example/1'>Another story entirely</a></p>"));
        var again = Assert.IsType<FeedPoll.Fresh>(await _mails.PollAsync(_folder, MailEntries.Story, hash, TestContext.Current.CancellationToken));

        Assert.Equal("Another story entirely", Assert.Single(again.Document.Entries).Title);
    }

    [Fact]
    public async Task HalfWrittenMail_WaitsForItsEnd()
    {
        var whole = Head("List-Unsubscribe: <https://click.example/out/abc>\n") + "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n" + Letter + "\n--b--\n";
        Write("a.eml", whole[..whole.IndexOf("<tr>", StringComparison.Ordinal)]);

        var half = await FreshAsync();
        Write("a.eml", whole);

        Assert.Empty(half.Document.Entries);
        Assert.Contains("a.eml (ends in the middle", half.Document.Remark, StringComparison.Ordinal);
        Assert.Equal(2, (await FreshAsync()).Document.Entries.Count);
    }

    [Fact]
    public async Task BadFiles_AreNamed_AndTheRestIsRead()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder.eml"));
        File.CreateSymbolicLink(Path.Combine(_folder, "out.eml"), "/etc/hostname");
        File.CreateSymbolicLink(Path.Combine(_folder, "nowhere.eml"), Path.Combine(_folder, "nothing"));
        Write("empty.eml", "");
        Write("odd\nname.eml", "\0\u0001garbage");
        Write("note.txt", Html(Letter));
        Write("Good.EML", Html("<p><a href='https://x.example/1'>The story of the good mail</a></p>"));
        await using (var large = File.Create(Path.Combine(_folder, "large.eml")))
        {
            large.SetLength(5 * 1024 * 1024);
        }

        var (entries, remark) = ((await FreshAsync()).Document.Entries, (await FreshAsync()).Document.Remark);

        Assert.Equal("The story of the good mail", Assert.Single(entries).Title);
        Assert.StartsWith("5 of 6 mails were not read: ", remark, StringComparison.Ordinal);
        Assert.All(["out.eml (leads out of the folder)", "nowhere.eml (is empty)", "empty.eml (is empty)", "name.eml (is no mail)", "large.eml (is larger than 4,194,304 bytes)"], s => Assert.Contains(s, remark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pipe_IsNotWaitedFor()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_folder, "pipe.eml")]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(Path.Combine(_folder, "link.eml"), "pipe.eml");

        Assert.StartsWith("2 of 2 mails were not read: ", (await FreshAsync()).Document.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingFolder_IsToldWithItsName() =>
        Assert.Contains("no folder /nowhere/at/all", Assert.IsType<FeedPoll.Failed>(await _mails.PollAsync("/nowhere/at/all", MailEntries.Story, null, TestContext.Current.CancellationToken)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Files_AreLeftAsTheyAre()
    {
        var path = Write("a.eml", Html(Letter));
        var before = (File.GetLastWriteTimeUtc(path), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        await FreshAsync();

        Assert.Equal(before, (File.GetLastWriteTimeUtc(path), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    private string Write(string name, string mail)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, mail, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private async Task<FeedPoll.Fresh> FreshAsync(MailEntries each = MailEntries.Story) =>
        Assert.IsType<FeedPoll.Fresh>(await _mails.PollAsync(_folder, each, null, TestContext.Current.CancellationToken));

    private static string Html(string body, string headers = "", string date = "Wed, 18 Feb 2026 07:00:00 +0900") => Head(headers, date) + "Content-Type: text/html; charset=utf-8\n\n" + body;

    private static string Head(string headers = "", string date = "Wed, 18 Feb 2026 07:00:00 +0900") =>
        $"From: \"Port Weekly\" <letter@mail.port.example>\nSubject: =?utf-8?Q?Port_=E2=80=93_weekly?=\nDate: {date}\nMessage-ID: <1@port.example>\n{headers}MIME-Version: 1.0\n";
}
