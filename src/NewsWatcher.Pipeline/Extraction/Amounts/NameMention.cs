namespace NewsWatcher.Extraction.Amounts;

/// <summary>A configured name in a text; the same name may stand for parts of several deals.</summary>
internal readonly record struct NameMention(int Start, int End, IReadOnlyList<NamedPart> Named)
{
    public NamedPart? Of(FollowedDeal deal, NameKind kind)
    {
        foreach (var named in Named)
        {
            if (named.Kind == kind && ReferenceEquals(named.Deal, deal))
            {
                return named;
            }
        }

        return null;
    }

    public FollowedPart? PartOf(FollowedDeal deal) => (Of(deal, NameKind.Part) ?? Of(deal, NameKind.PartKeyword) ?? Of(deal, NameKind.PhaseWord))?.Part;

    /// <summary>The only part of the deal that has this party; null when the deal itself or several parts have it.</summary>
    public FollowedPart? PartyPartOf(FollowedDeal deal)
    {
        FollowedPart? only = null;
        foreach (var named in Named)
        {
            if (named.Kind == NameKind.Party && ReferenceEquals(named.Deal, deal))
            {
                if (only is not null || ReferenceEquals(named.Part, deal.Root))
                {
                    return null;
                }

                only = named.Part;
            }
        }

        return only;
    }
}
