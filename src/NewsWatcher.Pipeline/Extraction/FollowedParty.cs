namespace NewsWatcher.Extraction;

/// <summary>A party as configured. A null role is a name to look out for that is no party until a text says so.</summary>
public sealed record FollowedParty(string Name, PartyRole? Role, IReadOnlyList<string> Aliases);
