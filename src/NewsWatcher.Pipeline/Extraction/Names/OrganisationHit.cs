namespace NewsWatcher.Extraction.Names;

/// <summary>The name of an organisation in a passage: one that was configured, or one that looks like it.</summary>
/// <param name="Uses">What was configured under the name; empty for a name nobody configured.</param>
/// <param name="Kind">The role that the kind of organisation suggests: a port authority operates.</param>
/// <param name="IsPlain">True where only capitals or script make it a name: no word in it says that it is an organisation.</param>
internal sealed record OrganisationHit(int Start, int End, int Sentence, IReadOnlyList<NameUse.Party> Uses, PartyRole? Kind, bool IsPlain);
