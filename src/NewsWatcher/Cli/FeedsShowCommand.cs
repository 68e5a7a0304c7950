using System.CommandLine;
using System.Globalization;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;
using NewsWatcher.Watching.Search;

namespace NewsWatcher.Cli;

/// <summary>feeds show: a feed's definition, its polls, and how its items were read.</summary>
internal static class FeedsShowCommand
{
    private const int Polls = 20;

    private static readonly Argument<string> Id = FeedsCommand.Id;

    public static Command Create() => new Verb("show", "Show a feed with its history", "feeds show fed-press", "feeds show fed-press --json")
    {
        Id,
        GlobalOptions.Json,
    }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (store, id) = (new FeedStore(session.Database), parsed.GetRequiredValue(Id));
        if (await store.FindAsync(id, ct) is not { } feed)
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        var shares = await store.SharesAsync(feed.Id, ct);
        var history = await store.HistoryAsync(feed.Id, Polls, ct);
        var health = FeedHealth.Of(feed, history, session.Clock.GetUtcNow());
        var moves = await new FeedMoveStore(session.Database).ListAsync(feed.Id, ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FeedShape.Of(feed, shares, history, moves));
            return ExitCodes.Done;
        }

        terminal.Heading(feed.Feed.Name);
        terminal.Address(feed.Feed.Url?.AbsoluteUri ?? feed.Feed.File ?? feed.Feed.Mail ?? "");
        terminal.Line($"{FeedsCommand.From(feed)}{(feed.Feed.Listing is { } listing ? $", entries at \"{listing.Item}\"" : "")}, articles: {Words.Of(feed.Feed.Articles)}, {feed.Items} items"
            + (feed.Feed.OutletId is { } outlet ? $", outlet {outlet}" : "") + (feed.Feed.Tags.Count > 0 ? $", tags {string.Join(", ", feed.Feed.Tags)}" : ""));
        if (feed.Feed.Deal is { } dealId && session.Catalog.Deal(dealId) is { } deal && DealQuery.Of(deal) is { Count: > 0 } queries)
        {
            terminal.Line($"It asks for: {(queries.FirstOrDefault(q => q.Language == feed.Feed.Language) ?? queries[0]).Text}");
        }

        terminal.Line($"{health.Says} {health.Advice}".TrimEnd());
        Tables(terminal, feed, shares, history, moves, session.Clock.GetUtcNow());
        return ExitCodes.Done;
    }

    private static void Tables(Terminal terminal, StoredFeed feed, IReadOnlyList<ReadingShare> shares, IReadOnlyList<PollRow> history, IReadOnlyList<FeedMove> moves, DateTimeOffset now)
    {
        if (shares.Count > 0)
        {
            terminal.Table(["Read as", "Items", "Share", "Reason"], shares.Select(s => Row(s, feed.Items)));
        }

        if (terminal.IsNarrow)
        {
            history.ToList().ForEach(p => terminal.Line(Told(p, now)));
        }
        else if (history.Count > 0)
        {
            terminal.Table(["Poll", "Outcome", "Took", "Bytes", "Entries", "New", "Changed", "Next due"], history.Select(p => Row(p, now)));
        }

        // Sentences would leave no column its room; a feed that goes on failing says the same again and again.
        foreach (var poll in history.Where(p => p.Reason is not null).DistinctBy(p => p.Reason, StringComparer.Ordinal))
        {
            terminal.Line($"{UtcText.Short(poll.StartedAt, now)}: {poll.Reason}", indent: 2);
        }

        if (moves.Count > 0)
        {
            terminal.Table(["Moved", "From", "To", "Ended"], moves.Select(Row));
        }
    }

    private static string?[] Row(ReadingShare share, long items) =>
        [Wording.OfReading(share.Reading), Number(share.Items), items > 0 ? $"{100 * share.Items / items} %" : "", share.Reason];

    private static string?[] Row(PollRow poll, DateTimeOffset now) =>
    [
        UtcText.Short(poll.StartedAt, now), poll.Outcome, Took(poll),
        Number(poll.Bytes), Number(poll.Entries), Number(poll.Added), Number(poll.Changed), UtcText.Short(poll.NextPollAt, now),
    ];

    private static string Told(PollRow poll, DateTimeOffset now)
    {
        string?[] told =
        [
            poll.Outcome,
            poll.FinishedAt is null ? null : $"{Wording.Count(poll.Bytes, "byte")} in {Took(poll)}",
            poll.Entries == 1 ? "1 entry" : poll.Entries > 0 ? $"{Number(poll.Entries)} entries" : null,
            poll.Added > 0 ? $"{Number(poll.Added)} new" : null,
            poll.Changed > 0 ? $"{Number(poll.Changed)} changed" : null,
        ];
        return $"{UtcText.Short(poll.StartedAt, now)}: {string.Join(", ", told.OfType<string>())}{(poll.NextPollAt is null ? "" : $"; next {UtcText.Short(poll.NextPollAt, now)}")}";
    }

    private static string Took(PollRow poll) => poll.FinishedAt is { } end ? string.Create(CultureInfo.InvariantCulture, $"{(end - poll.StartedAt).TotalSeconds:0.0} s") : "";

    private static string?[] Row(FeedMove move) =>
        [UtcText.Minute(move.At), move.FromUrl, move.ToUrl, move.EndedAt is { } ended ? $"{UtcText.Minute(ended)}, {Ended(move.EndedWhy)}" : "in force"];

    private static string Ended(string? why) => why switch
    {
        "undone" => "taken back",
        "changed" => "another address was configured",
        _ => "it failed there",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
