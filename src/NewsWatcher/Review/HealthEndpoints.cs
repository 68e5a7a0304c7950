using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>Whether the process works, for machines: 200 or 503, without details.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The writer answers, the database takes a write, the disk has room, and the schedule moved within three intervals.</summary>
    public static async Task<JsonHttpResult<Health>> LiveAsync(Database database, HealthState state, IOptions<WatchingOptions> options, CancellationToken ct) =>
        await AnswerAsync(database, state, state.SinceTick < options.Value.Tick * 3, ct);

    /// <summary>As <see cref="LiveAsync"/>, and the schedule has begun.</summary>
    public static async Task<JsonHttpResult<Health>> ReadyAsync(Database database, HealthState state, IOptions<WatchingOptions> options, CancellationToken ct) =>
        await AnswerAsync(database, state, state.HasTicked && state.SinceTick < options.Value.Tick * 3, ct);

    private static async Task<JsonHttpResult<Health>> AnswerAsync(Database database, HealthState state, bool isMoving, CancellationToken ct)
    {
        var status = !isMoving || !await WritesAsync(database, ct) ? "unavailable" : state.IsSound ? "ok" : "degraded";
        return TypedResults.Json(new Health(status), statusCode: status is "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> WritesAsync(Database database, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await database.WriteAsync(_ => Task.CompletedTask, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
        catch (DbException)
        {
            return false;
        }
    }

    internal sealed record Health(string Status);
}
