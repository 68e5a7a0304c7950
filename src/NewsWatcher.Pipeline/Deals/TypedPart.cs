using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>A deal or a part as a person names it: by its full id, or by its end where only one of the item's deals has such a part.</summary>
public static class TypedPart
{
    private const int MostNamed = 8;

    /// <summary>The correction with the part and the milestone that are meant by what was typed.</summary>
    /// <param name="refusal">Why there is none; "" otherwise.</param>
    public static FactCorrection Resolve(FactCorrection correction, IReadOnlyList<FollowedDeal> deals, IReadOnlyCollection<string> dealIds, out string refusal)
    {
        refusal = "";
        var part = correction.PartId is { } typed ? Find(typed, deals, dealIds, out refusal) : null;
        if (refusal.Length > 0 || correction.MilestoneId is not { Length: > 0 } named)
        {
            return correction with { PartId = part };
        }

        var known = deals.Where(d => dealIds.Contains(d.Id)).SelectMany(d => d.Milestones).ToList();
        var milestone = known.Find(m => m.Id == named || string.Equals(m.Name, named, StringComparison.OrdinalIgnoreCase));
        refusal = milestone is null ? $"There is no milestone \"{named}\"{(known.Count == 0 ? "" : $": {string.Join(", ", known.Select(m => m.Id))}")}" : "";
        return correction with { PartId = part, MilestoneId = milestone?.Id };
    }

    /// <summary>The full id; "" for "none". Null, with the reason, for what is no part.</summary>
    /// <param name="dealIds">Of the deals that the item belongs to.</param>
    public static string? Find(string typed, IReadOnlyList<FollowedDeal> deals, IReadOnlyCollection<string> dealIds, out string refusal)
    {
        refusal = "";
        if (typed is "" or "none")
        {
            return "";
        }

        var own = deals.Where(d => dealIds.Contains(d.Id)).SelectMany(d => d.Parts).Select(p => p.Id).ToList();
        var found = deals.SelectMany(d => d.Parts).Select(p => p.Id).Where(id => id == typed)
            .Concat(own.Where(id => id.EndsWith("/" + typed, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal).ToList();
        if (found is [var one])
        {
            return one;
        }

        refusal = found.Count > 1 ? $"\"{typed}\" may be {string.Join(" or ", found)}"
            : $"There is no part \"{typed}\"{(own.Count == 0 ? "" : $": {string.Join(", ", own.Take(MostNamed))}{(own.Count > MostNamed ? ", …" : "")}")}";
        return null;
    }
}
