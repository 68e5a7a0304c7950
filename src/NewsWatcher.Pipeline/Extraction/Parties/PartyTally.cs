using NewsWatcher.Extraction.Names;

namespace NewsWatcher.Extraction.Parties;

/// <summary>What an article says of one organisation, added up over its mentions.</summary>
internal sealed class PartyTally(string printed, IReadOnlyList<NameUse.Party> uses, Evidence first)
{
    private readonly Dictionary<PartyRole, int> _votes = [];
    private Evidence? _roleEvidence;

    public string Printed { get; } = printed;

    public IReadOnlyList<NameUse.Party> Uses { get; } = uses;

    public PartyStrength Strength { get; private set; } = PartyStrength.Mentioned;

    public PartyRole? Kind { get; set; }

    /// <summary>Whether the text puts it at the table.</summary>
    public bool TakesPart { get; set; }

    public string? PartId { get; set; }

    /// <summary>Whether words of its own, more than "may" and "would", say how far it is involved.</summary>
    public bool IsInvolved { get; set; }

    public bool IsGovernment => Kind == PartyRole.Government || Uses.Any(u => u.Followed.Role == PartyRole.Government);

    /// <summary>The role that phrases give it, whatever its name suggests.</summary>
    public PartyRole? VotedRole => _votes.Count > 0 ? Role : null;

    /// <summary>The sentence that gives it its role, else the one that names it first.</summary>
    public Evidence Evidence => _roleEvidence ?? first;

    public PartyRole? Role
    {
        get
        {
            // What an organisation is outweighs one verb: a port authority that pays into its port still operates it, and a state is no company.
            if (Kind is PartyRole.Operator or PartyRole.Government && (_votes.Count > 0 || TakesPart))
            {
                return Kind;
            }

            // Who builds for others is a contractor, however the text puts it.
            if (Kind == PartyRole.Contractor && _votes.ContainsKey(PartyRole.Developer))
            {
                return Kind;
            }

            return _votes.Count > 0 ? _votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key).First().Key : TakesPart ? Kind : null;
        }
    }

    public void Vote(PartyRole role, bool weak, Evidence evidence)
    {
        _votes[role] = _votes.GetValueOrDefault(role) + (weak ? 1 : 3);
        _roleEvidence = weak ? _roleEvidence ?? evidence : _roleEvidence is null ? evidence : _roleEvidence;
    }

    /// <summary>What was said of the same organisation under a shorter name.</summary>
    public void Add(PartyTally other)
    {
        foreach (var (role, votes) in other._votes)
        {
            _votes[role] = _votes.GetValueOrDefault(role) + votes;
        }

        _roleEvidence ??= other._roleEvidence;
        Kind ??= other.Kind;
        PartId ??= other.PartId;
        (TakesPart, IsInvolved) = (TakesPart || other.TakesPart, IsInvolved || other.IsInvolved);
        Strengthen(other.Strength);
    }

    public void Strengthen(PartyStrength strength) => Strength = strength > Strength ? strength : Strength;
}
