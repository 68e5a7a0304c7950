using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>One line of a terminal that tells how far a poll has got.</summary>
internal sealed class PollProgress(TextWriter terminal) : IProgress<PassProgress>
{
    private readonly Lock _gate = new();

    public void Report(PassProgress value)
    {
        lock (_gate)
        {
            terminal.Write($"\r{value.FeedsDone} of {value.Feeds} feeds, {value.ArticlesDone} articles   ");
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            terminal.Write("\r" + new string(' ', 60) + "\r");
        }
    }
}
