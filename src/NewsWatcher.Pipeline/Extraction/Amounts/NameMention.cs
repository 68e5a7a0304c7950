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

    public FollowedPart? PartOf(FollowedDeal deal) => (Of(deal, NameKind.Part) ?? Of(deal, NameKind.PartKeyword))?.Part;
}
