using System.Text.Json.Nodes;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>Something that a person supplies: a link, a file or pasted text, taken through the same pipeline as any feed's items.</summary>
internal sealed record ItemSupply(string Source)
{
    /// <summary>Pasted text; null for a link or a file.</summary>
    public string? Text { get; init; }

    /// <summary>The deal it belongs to because the person says so; null leaves that to the matcher.</summary>
    public string? DealId { get; init; }

    public string? Title { get; init; }

    /// <summary>Where a file or text was published.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>Keeps it, and places it unless a running daemon will. The exit code.</summary>
    public async Task<int> TakeAsync(Session session, Terminal terminal, bool json, CancellationToken ct)
    {
        await using var services = new ServiceCollection()
            .AddNewsWatcher(session.Paths, HostSettings.Read(session.Paths), session.Database, LogLevel.Error).BuildServiceProvider();
        HostSetup.Check(services);
        switch (await services.GetRequiredService<ItemIntake>().AddAsync(Source, Title, Text, Url, Published, Reader.Name, ct))
        {
            case Intake.Refused(var reason):
                return terminal.Refuse($"Nothing was added: {reason.TrimEnd('.')}.", ExitCodes.Unexpected);
            case Intake.Kept kept:
                var isPlaced = await PlaceAsync(session, services, kept.ItemId, ct);
                await TellAsync(session, terminal, kept, isPlaced, json, ct);
                return ExitCodes.Done;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<bool> PlaceAsync(Session session, IServiceProvider services, long itemId, CancellationToken ct)
    {
        if (DealId is not null)
        {
            await services.GetRequiredService<ReviewDesk>().AssignAsync(itemId, DealId, belongs: true, new Reviewer(Reader.Name, Why: null), ct);
        }

        using var idle = InstanceLock.TryTake(session.Paths.Data);
        if (idle is not null)
        {
            await services.GetRequiredService<PlacingPass>().RunAsync(await CompiledAsync(session, services, ct), moved: null, ct, ct);
        }

        return idle is not null;
    }

    private static Task<CompiledCatalog> CompiledAsync(Session session, IServiceProvider services, CancellationToken ct) =>
        CompiledCatalog.LoadAsync(services.GetRequiredService<CatalogStore>(), services.GetRequiredService<BasisStore>(), session.Clock.GetUtcNow(), ct);

    private static async Task TellAsync(Session session, Terminal terminal, Intake.Kept kept, bool isPlaced, bool json, CancellationToken ct)
    {
        var matches = (await new PlacementStore(session.Database).MatchesAsync([kept.ItemId], ct))[kept.ItemId].ToList();
        if (json)
        {
            terminal.Json(new JsonObject
            {
                ["id"] = kept.ItemId, ["title"] = kept.Title, ["new"] = kept.IsNew, ["placed"] = isPlaced, ["matches"] = FactShapes.Array(matches.Select(MatchShape.Of)),
            });
            return;
        }

        terminal.Line($"Item {kept.ItemId}{(kept.IsNew ? "" : ", known already")}: {kept.Title}");
        matches.ForEach(m => DealText.Tell(terminal, m));
        if (!isPlaced)
        {
            terminal.Line("The daemon matches it with the deals at its next tick.");
        }
        else if (matches.Count == 0)
        {
            terminal.Line($"It belongs to no deal. Why: newswatcher items show {kept.ItemId}");
        }
    }
}
