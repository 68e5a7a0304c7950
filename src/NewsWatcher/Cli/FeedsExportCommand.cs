using System.CommandLine;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds export: the feeds as OPML, for other readers and for moving house.</summary>
internal static class FeedsExportCommand
{
    private static readonly Argument<FileInfo?> Target = new("FILE") { Description = "Where to write; standard output without it", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Verb("export", "Write the feeds as OPML", "feeds export feeds.opml", "feeds export > feeds.opml") { Target }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var feeds = (await new FeedStore(session.Database).ListAsync(ct)).Where(f => f is { Active: true, Feed.Deal: null }).Select(f => f.Feed).ToList();
        if (parsed.GetValue(Target) is { } file)
        {
            await using var output = new StreamWriter(file.FullName) { NewLine = "\n" };
            OpmlWriter.Write(feeds, output);
            await output.WriteLineAsync();
        }
        else
        {
            OpmlWriter.Write(feeds, terminal.Output);
            await terminal.Output.WriteLineAsync();
        }

        var others = feeds.Count(f => f.Url is null || f.Listing is not null);
        if (others > 0)
        {
            terminal.Warn($"{others} feeds are files, mails or pages without a feed, which other readers cannot follow: they are left out.");
        }

        return ExitCodes.Done;
    }
}
