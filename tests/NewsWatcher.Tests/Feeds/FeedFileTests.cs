using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Scheduling;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;

    [Theory]
    [InlineData("feeds/x.xml")]
    [InlineData("./x.xml")]
    [InlineData("feeds/../x.xml")]
    [InlineData("../elsewhere/x.xml")]
    [InlineData("not-there-yet/x.xml")]
    public void FileBelowTheConfigurationOrARoot_IsTaken(string file)
    {
        var feed = Assert.Single(Read($$"""{"id": "f", "file": "{{file}}", "pages": {"https://a.example/": "pages/"} }""", out var problems, "../elsewhere"));

        Assert.Empty(problems);
        Assert.Equal(Path.GetFullPath(file, Config), feed.File);
    }

    [Theory]
    [InlineData("https://a.example/", "unverified", TlsPolicy.Unverified, 0)]
    [InlineData("https://a.example/", "verified", null, 0)]
    [InlineData("http://a.example/", "unverified", TlsPolicy.Unverified, 1)]
    [InlineData("https://a.example/", "never", null, 1)]
    public void CertificateNeedNotBeValid_WhereAPersonSaysSo(string url, string tls, TlsPolicy? policy, int problems)
    {
        var feed = Assert.Single(Read($$"""{"id": "f", "url": "{{url}}", "tls": "{{tls}}"}""", out var found));

        Assert.Equal((policy, problems), (feed.Tls, found.Count));
    }

    [Theory]
    [InlineData("../x.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("feeds/../../x.xml")]
    [InlineData("../config-of-others/x.xml")]
    [InlineData("../elsewhere-too/x.xml")]
    public void FileElsewhere_IsAProblemWithItsLine(string file)
    {
        Read($$"""{"id": "f", "file": "{{file}}"}""", out var problems, "../elsewhere");

        var problem = Assert.Single(problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(file, problem.Message, StringComparison.Ordinal);
        Assert.Contains("Files:Roots", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkThatLeadsOut_IsAProblem()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "outside"));
        Directory.CreateDirectory(Config);
        Directory.CreateSymbolicLink(Path.Combine(Config, "feeds"), Path.Combine(_folder, "outside"));

        Read("""{"id": "f", "file": "feeds/x.xml"}""", out var problems);

        Assert.Single(problems);
    }

    [Fact]
    public void LinkedConfigurationFolder_IsWhereItLeads()
    {
        var real = Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName;
        Directory.CreateSymbolicLink(Config, real);

        Read("""{"id": "f", "file": "x.xml"}""", out var problems);

        Assert.Empty(problems);
    }

    [Fact]
    public void PagesElsewhere_AreAProblem()
    {
        Read("""{"id": "f", "file": "x.xml", "pages": {"https://a.example/": "../pages/"}}""", out var problems);

        Assert.Single(problems);
    }

    [Theory]
    [InlineData("0 0 7 ? * MON-FRI", null)]
    [InlineData("0 0 7 ? * MON-FRI *", null)]
    [InlineData("0 7 * * *", "no Quartz cron expression")]
    [InlineData("0 0 25 ? * *", "no Quartz cron expression")]
    [InlineData("whenever", "no Quartz cron expression")]
    [InlineData("0 0 0 1 1 ? 2020", "names no time to come")]
    public void CronExpression_IsCheckedWithTheFile(string cron, string? fault)
    {
        Read($$"""{"id": "f", "url": "https://a.example/rss", "cron": "{{cron}}"}""", out var problems);

        Assert.Equal(fault is null ? 0 : 1, problems.Count);
        Assert.All(problems, p => Assert.Contains(fault ?? "", p.ToString(), StringComparison.Ordinal));
        Assert.All(problems, p => Assert.Equal(3, p.Line));
    }

    [Theory]
    [InlineData("https://xn--a\u00E9.example/rss")]
    [InlineData("https://me:secret@a.example/rss")]
    [InlineData("ftp://a.example/rss")]
    public void AddressThatNobodyMayPoll_IsAProblem(string address)
    {
        Read($$"""{"id": "f", "url": "{{address}}"}""", out var problems);

        Assert.Contains(address, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Config => Path.Combine(_folder, "config");

    private IReadOnlyList<Feed> Read(string feed, out List<ConfigProblem> problems, params string[] roots) =>
        FeedFile.Read($"{{\n\"feeds\": [\n{feed}\n]}}", Path.Combine(Config, "feeds.json"), new(roots, CronTimes.Fault), problems = []);
}
