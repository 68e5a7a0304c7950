using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Storage;

/// <summary>A claim that some versions of an item state.</summary>
/// <param name="Fact">As the first of them states it.</param>
/// <param name="ReportedAt">When that was reported.</param>
/// <param name="Latest">As the last of them states it.</param>
/// <param name="EndedAt">When a later version no longer stated it; null while the newest one does.</param>
public sealed record StatedClaim(string Key, Fact Fact, long VersionId, DateTimeOffset ReportedAt, Fact Latest, long LatestVersionId, DateTimeOffset? EndedAt)
{
    /// <summary>The claims of an item, made of the facts of each of its versions, the oldest first: the same that reading them one after the other leaves.</summary>
    /// <param name="reportedAt">When the item was reported: a first version speaks from then on, a later one from when it was recorded.</param>
    public static IReadOnlyList<StatedClaim> Of(long itemId, DateTimeOffset reportedAt, IReadOnlyList<(ReadVersion Version, ArticleFacts Facts)> read)
    {
        var claims = new Dictionary<string, StatedClaim>(StringComparer.Ordinal);
        foreach (var (version, facts) in read)
        {
            var all = facts.All.ToList();
            var keys = ClaimKey.For(itemId, all);
            foreach (var (key, claim) in claims.Where(c => c.Value.EndedAt is null).ToList())
            {
                claims[key] = claim with { EndedAt = version.RecordedAt };
            }

            for (var i = 0; i < all.Count; i++)
            {
                claims[keys[i]] = claims.TryGetValue(keys[i], out var known)
                    ? known with { Latest = all[i], LatestVersionId = version.Id, EndedAt = null }
                    : new(keys[i], all[i], version.Id, version.Number == 1 ? reportedAt : version.RecordedAt, all[i], version.Id, EndedAt: null);
            }
        }

        return [.. claims.Values];
    }
}
