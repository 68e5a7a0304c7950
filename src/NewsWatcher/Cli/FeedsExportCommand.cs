using System.CommandLine;
using NewsWatcher.Feeds;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds export: the feeds as OPML, for other readers and for moving house. More than one list holds become several files.</summary>
internal static class FeedsExportCommand
{
    private static readonly Argument<FileInfo?> Target = new("FILE") { Description = "Where to write; standard output without it. Many feeds are written to FILE-1, FILE-2 and so on", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Verb("export", "Write the feeds as OPML", "feeds export feeds.opml", "feeds export > feeds.opml") { Target }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var feeds = (await new FeedStore(session.Database).ListAsync(ct)).Where(f => f is { Active: true, Feed.Deal: null }).Select(f => f.Feed).ToList();
        var parts = OpmlWriter.Parts(feeds);
        if (parsed.GetValue(Target) is { } file)
        {
            await FilesAsync(parts, file, terminal);
        }
        else
        {
            OpmlWriter.Write(feeds, terminal.Output);
            await terminal.Output.WriteLineAsync();
            if (parts.Count > 1)
            {
                terminal.Warn($"feeds import takes no list with so many outlines. In {parts.Count} lists that it takes: newswatcher feeds export FILE");
            }
        }

        var others = feeds.Count(f => !OpmlWriter.Takes(f));
        if (others > 0)
        {
            terminal.Warn($"Left out, since other readers cannot follow files, mails and pages without a feed: {Wording.Count(others, "feed")}.");
        }

        return ExitCodes.Done;
    }

    private static async Task FilesAsync(IReadOnlyList<IReadOnlyList<Feed>> parts, FileInfo file, Terminal terminal)
    {
        foreach (var (i, part) in parts.Index())
        {
            var path = parts.Count == 1 ? file.FullName : Path.Combine(file.DirectoryName ?? "", FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(file.Name)}-{i + 1}{file.Extension}"));
            await using var output = new StreamWriter(path) { NewLine = "\n" };
            OpmlWriter.Write(part, output);
            await output.WriteLineAsync();
            terminal.Line($"{path}: {Wording.Count(part.Count, "feed")}");
        }

        if (parts.Count > 1)
        {
            terminal.Line("A list holds 5,000 outlines at most. feeds import takes them all at once.");
        }
    }
}
