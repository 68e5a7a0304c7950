namespace NewsWatcher.Storage;

/// <summary>Feeds that are put off, or brought forward, for a reason that is not theirs.</summary>
public sealed class DelayStore(Database database)
{
    /// <summary>Takes back what was charged to feeds before it was clear that our own network had failed, and asks them again soon.</summary>
    public Task ForgiveAsync(IReadOnlyList<long> feedIds, DateTimeOffset again, CancellationToken ct) => database.WriteAsync(async db =>
    {
        foreach (var id in feedIds)
        {
            await db.RunAsync("update feeds set errors = max(errors - 1, 0), next_poll_at = min(next_poll_at, @again) where id = @id", new { id, again }, ct);
        }
    }, ct);

    /// <summary>Brings due times near that were reckoned from a time which has not come yet: the clock went back. How many feeds it were.</summary>
    public Task<int> ResetAsync(DateTimeOffset now, CancellationToken ct) => database.WriteAsync(db => db.RunAsync("""
        update feeds set next_poll_at = @now + max(next_poll_at - last_attempt_at, 0), last_attempt_at = @now,
            not_before_at = case when not_before_at > last_attempt_at then @now + not_before_at - last_attempt_at end
        where last_attempt_at > @now
        """, new { now }, ct), ct);
}
