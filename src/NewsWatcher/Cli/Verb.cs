using System.CommandLine;

namespace NewsWatcher.Cli;

/// <summary>A verb with examples for its help.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>A verb that needs no database.</summary>
    public Verb Running(Func<ParseResult, Terminal, CancellationToken, Task<int>> work)
    {
        SetAction((parsed, ct) => work(parsed, new Terminal(parsed), ct));
        return this;
    }

    /// <summary>A verb that only reads: before there is live data it shows the demo's.</summary>
    public Verb Reading(Func<Session, ParseResult, Terminal, CancellationToken, Task<int>> work) => WithSession(reads: true, work);

    public Verb Writing(Func<Session, ParseResult, Terminal, CancellationToken, Task<int>> work) => WithSession(reads: false, work);

    private Verb WithSession(bool reads, Func<Session, ParseResult, Terminal, CancellationToken, Task<int>> work) => Running(async (parsed, terminal, ct) =>
    {
        using var session = await Session.OpenAsync(parsed, reads, ct);
        if (session.Problems.Count > 0)
        {
            terminal.Warn($"The configuration in {session.Paths.Config} has {session.Problems.Count} problems; the last good one is in force. See: newswatcher feeds check");
        }

        return await work(session, parsed, terminal, ct);
    });
}
