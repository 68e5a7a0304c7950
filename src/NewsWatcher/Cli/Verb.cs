using System.CommandLine;
using System.Data.Common;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>A verb with examples for its help. Running it is a boundary: what can go wrong outside of us ends in one sentence and an exit code.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>A verb that needs no database.</summary>
    public Verb Running(Func<ParseResult, Terminal, CancellationToken, Task<int>> work)
    {
        SetAction((parsed, ct) => GuardedAsync(parsed, work, ct));
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

    private static async Task<int> GuardedAsync(ParseResult parsed, Func<ParseResult, Terminal, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        var terminal = new Terminal(parsed);
        try
        {
            return await work(parsed, terminal, ct);
        }
        catch (DamagedDatabaseException e)
        {
            return terminal.Refuse(e.Message, ExitCodes.Damaged);
        }
        catch (InvalidDataException e)
        {
            return terminal.Refuse(e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message, ExitCodes.Usage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(e.Message, ExitCodes.Unexpected);
        }
        catch (DbException e)
        {
            var file = GlobalOptions.Paths(parsed).DatabaseFile;
            return File.Exists(file) && await Backups.FaultAsync(file, ct) is { } fault
                ? terminal.Refuse(new DamagedDatabaseException(file, fault).Message, ExitCodes.Damaged)
                : terminal.Refuse($"The database answers: {e.Message}", ExitCodes.Unexpected);
        }
    }
}
