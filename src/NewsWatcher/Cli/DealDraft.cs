using NewsWatcher.Configuration;
using NewsWatcher.Extraction;

namespace NewsWatcher.Cli;

/// <summary>A deal as a person describes it, before it has an id.</summary>
internal sealed record DealDraft
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Those without a role become names to look out for.</summary>
    public IReadOnlyList<FollowedParty> Parties { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public StatedTotal? Total { get; init; }

    /// <summary>Projects that are parts of it.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>A link or a file to start from.</summary>
    public string? From { get; init; }

    public FollowedDeal ToDeal(string id) => new()
    {
        Root = new FollowedPart
        {
            Id = id, Kind = DealKind.Agreement, Name = Name, Aliases = Aliases, Keywords = Keywords, Headline = Total, Parties = [.. Parties.Where(p => p.Role is not null)],
            Parts = [.. Projects.Select(p => new FollowedPart { Id = $"{id}/{ConfigId.From(p)}", Kind = DealKind.Project, Name = p }).DistinctBy(p => p.Id, StringComparer.Ordinal)],
        },
        Watch = [.. Parties.Where(p => p.Role is null)],
    };
}
