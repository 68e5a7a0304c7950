using System.Text.RegularExpressions;

namespace NewsWatcher.Tests.House;

/// <summary>The rules of the house that a compiler does not check.</summary>
public sealed partial class HouseRulesTests
{
    private const int MostLines = 250;

    public static TheoryData<string, string> Doors => new()
    {
        { "CodeHollow", "src/NewsWatcher.Pipeline/Feeds/FeedDocument.cs" },
        { "MimeKit", "src/NewsWatcher.Pipeline/Feeds/MailMessage.cs" },
        { "AngleSharp", "src/NewsWatcher.Pipeline/Html/" },
        { "Microsoft.Data.Sqlite", "src/NewsWatcher.Pipeline/Storage/" },
        { "Dapper", "src/NewsWatcher.Pipeline/Storage/" },
        { "Quartz", "src/NewsWatcher/Scheduling/" },
        { "Spectre.Console", "src/NewsWatcher/Cli/" },
        { "System.CommandLine", "src/NewsWatcher/Cli/" },
        { "System.Net.Http", "src/NewsWatcher.Pipeline/Fetching/" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public void Package_HasOneDoor(string package, string door) =>
        Assert.Empty(Repository.Sources("src")
            .Where(f => !f.Path.StartsWith(door, StringComparison.Ordinal))
            .Where(f => f.Lines.Any(l => l.StartsWith($"using {package}", StringComparison.Ordinal) || l.Contains($" {package}.", StringComparison.Ordinal)))
            .Select(f => f.Path));

    [Fact]
    public void SourceFile_IsShortEnoughToRead()
    {
        var tooLong = Repository.Sources("src", "tests").Where(f => f.Lines.Length > MostLines).Select(f => $"{f.Path}: {f.Lines.Length}").ToList();

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Sql_IsNeverInterpolated() =>
        Assert.Empty(Places("src", line => InterpolatedSql.IsMatch(line) && !line.Contains("pragma user_version", StringComparison.Ordinal)));

    [Fact]
    public void Task_IsNeverBlockedOn() =>
        Assert.Empty(Places("src", line => line.Contains(".GetAwaiter().GetResult()", StringComparison.Ordinal) || line.Contains("Task.Run(", StringComparison.Ordinal)));

    // Whoever fetches by another way goes round every check of where it leads.
    [Fact]
    public void Network_IsReachedThroughTheFetcherAlone() =>
        Assert.DoesNotContain(Places("src", line => OtherClient.IsMatch(line)), p => !Clients.Any(c => p.StartsWith(c + ":", StringComparison.Ordinal)));

    [Fact]
    public void Page_IsNeverWrittenRaw() =>
        Assert.Empty(Places("src", line => line.Contains("MarkupString", StringComparison.Ordinal) || line.Contains("Html.Raw", StringComparison.Ordinal)));

    [Fact]
    public void Interface_IsNotDeclaredWithoutTwoImplementations()
    {
        var sources = Repository.Sources("src").ToList();
        var declared = sources.SelectMany(f => f.Lines).Select(l => InterfaceName.Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value);

        var single = declared.Where(i => sources.SelectMany(f => f.Lines)
            .Count(l => Regex.IsMatch(l, $@"(class|record|struct) .*[:,] *{i}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))) < 2).ToList();

        Assert.Empty(single);
    }

    [Fact]
    public void Work_IsNotLeftForLater() =>
        Assert.Empty(Places("src", line => line.Contains("TODO", StringComparison.Ordinal) || line.Contains("FIXME", StringComparison.Ordinal)
            || line.Contains("NotImplementedException", StringComparison.Ordinal)));

    [Fact]
    public void SafetyPage_NamesTestsThatExist()
    {
        var tests = typeof(HouseRulesTests).Assembly.GetTypes().Where(t => t.Name.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods().Select(m => $"{t.Name}.{m.Name}").Append(t.Name)).ToHashSet(StringComparer.Ordinal);
        var named = TestName.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "safety.md"))).Select(m => m.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !tests.Contains(n));
    }

    // health asks the daemon of this machine, at the address that it wrote down; run tries whether its own port is free.
    private static readonly string[] Clients =
    [
        "src/NewsWatcher.Pipeline/Fetching/HttpFetcher.cs", "src/NewsWatcher.Pipeline/Fetching/ClientHandler.cs", "src/NewsWatcher.Pipeline/Fetching/CheckedConnection.cs",
        "src/NewsWatcher/Cli/HealthCommand.cs", "src/NewsWatcher/Cli/WebAddress.cs",
    ];

    private static IEnumerable<string> Places(string folder, Func<string, bool> offends) => Repository.Sources(folder)
        .SelectMany(f => f.Lines.Select((line, i) => (Place: $"{f.Path}:{i + 1}", line)))
        .Where(l => offends(l.line))
        .Select(l => l.Place);

    [GeneratedRegex("""\$"+[^"]*\b(select .* from|insert into|update .* set|delete from)\b""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InterpolatedSql { get; }

    [GeneratedRegex(@"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler|WebRequest|WebClient|TcpClient|UdpClient|Dns\.GetHost|ClientWebSocket|SmtpClient|new Socket)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OtherClient { get; }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+Tests([.][A-Za-z0-9_]+)?)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TestName { get; }

    [GeneratedRegex(@"\binterface (?<name>I[A-Z]\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InterfaceName { get; }
}
