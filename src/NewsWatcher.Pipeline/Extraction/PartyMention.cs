namespace NewsWatcher.Extraction;

/// <param name="Name">As printed.</param>
/// <param name="KnownAs">The configured name it stands for; null for a party nobody configured.</param>
/// <param name="Role">Null when only mentioned.</param>
public sealed record PartyMention(string Name, string? KnownAs, PartyRole? Role, PartyStrength Strength, string? PartId, Evidence Evidence)
    : Fact(PartId, Evidence)
{
    public override string CanonicalValue => $"{KnownAs ?? Name}:{Role}:{Strength}";
}
