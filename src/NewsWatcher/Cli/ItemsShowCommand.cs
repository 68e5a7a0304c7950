using System.CommandLine;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>items show: an item with its facts, each with its sentence, and why it belongs to which deal.</summary>
internal static class ItemsShowCommand
{
    private static readonly Argument<long> Id = ItemsCommand.Id;

    public static Command Create() => new Verb("show", "Show an item with its facts and why it belongs where", "items show 17", "items show 17 --json") { Id, GlobalOptions.Json }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (queries, id) = (new ItemQueries(session.Database), parsed.GetRequiredValue(Id));
        if (await queries.FindAsync(id, ct) is not { } detail)
        {
            return terminal.NotFound(ItemsCommand.Missing(id));
        }

        var versions = await queries.VersionsAsync(id, ct);
        var copyOf = detail.Origin?.CopyOf is { } original ? await queries.UrlAsync(original, ct) : null;
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(ItemDetailShape.Of(detail, versions, copyOf, session.Catalog));
            return ExitCodes.Done;
        }

        Head(terminal, detail, copyOf);
        foreach (var deal in detail.Deals)
        {
            DealText.Tell(terminal, deal);
        }

        foreach (var claim in detail.Claims.Where(c => c.EndedAt is null))
        {
            if (detail.Decided.Standing(claim) is { } fact)
            {
                FactLines.Tell(terminal, fact, ReviewCommand.Short(claim) + (detail.Decided.On(claim.Key) is { } said ? $", {said.Kind} by {said.Actor}" : ""));
            }
        }

        if (versions.Count > 1)
        {
            terminal.Table(["Version", "Recorded", "Title", "From"], versions.Select(v => new[] { $"{v.Number}", UtcText.Minute(v.RecordedAt), v.Title, v.FromPage ? "page" : "feed" }));
        }

        foreach (var note in detail.Notes)
        {
            terminal.Line($"{UtcText.Minute(note.At)} {note.Actor}: {note.Text}");
        }

        return ExitCodes.Done;
    }

    private static void Head(Terminal terminal, ItemDetail detail, string? copyOf)
    {
        var item = detail.Item;
        terminal.Heading(item.Title);
        terminal.Address(item.Url);
        terminal.Line($"{item.OutletId}, {UtcText.Minute(item.ReportedAt)} UTC{(item.PublishedAt is null ? " (first seen; it gives no date)" : "")}, {item.Language ?? "language unknown"}, "
            + $"{Wording.OfReading(item.Reading)}{(item.ReadingReason is null ? "" : $" ({item.ReadingReason})")}");
        terminal.Line($"Feeds: {(detail.Feeds.Count > 0 ? string.Join(", ", detail.Feeds) : $"none, added by {item.SuppliedBy ?? "hand"}")}");
        if (item.IsQuarantined)
        {
            terminal.Line("Kept apart, neither matched nor told: its feed seems to have become another one (feeds check, feeds trust).");
        }

        if (detail.Origin is { } origin)
        {
            terminal.Line($"Origin: {origin.Key}{(origin.Counts ? "" : ", which adds no independence")}: {origin.Why}{(copyOf is null ? "" : $" A copy of {copyOf}")}");
        }

        foreach (var notice in item.Notices)
        {
            terminal.Line($"{Wording.Of(notice)}: {notice.Text}");
        }

        if (detail.Tags.Count > 0)
        {
            terminal.Line($"Tags: {string.Join(", ", detail.Tags)}");
        }
    }
}
