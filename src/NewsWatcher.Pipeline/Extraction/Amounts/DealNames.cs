namespace NewsWatcher.Extraction.Amounts;

/// <summary>The compiled names of the followed deals.</summary>
internal sealed class DealNames
{
    private const int ShortestLatin = 3;

    private readonly PhraseTable<IReadOnlyList<NamedPart>> _names;

    public DealNames(IReadOnlyList<FollowedDeal> deals)
    {
        var all = deals.SelectMany(Names)
            .SelectMany(n => Spellings(n.Name).Select(s => (Name: s, n.Named)))
            .Where(n => n.Name.Length >= ShortestLatin || (n.Name.Length > 1 && CharKinds.IsDense(n.Name[0])))
            .GroupBy(n => n.Name, n => n.Named, StringComparer.Ordinal);
        _names = new(all.Select(g => KeyValuePair.Create(g.Key, (IReadOnlyList<NamedPart>)[.. g.Distinct()])));
    }

    public List<NameMention> Find(ReadOnlySpan<char> folded)
    {
        var mentions = new List<NameMention>();
        for (var i = _names.Seek(folded, 0, folded.Length); i < folded.Length; i = _names.Seek(folded, i + 1, folded.Length))
        {
            if (_names.TryAt(folded, i, out var end, out var named))
            {
                mentions.Add(new(i, end, named));
                i = end - 1;
            }
        }

        return mentions;
    }

    private static IEnumerable<(string Name, NamedPart Named)> Names(FollowedDeal deal)
    {
        foreach (var part in deal.Parts)
        {
            var isRoot = ReferenceEquals(part, deal.Root);
            foreach (var name in part.Aliases.Prepend(part.Name))
            {
                yield return (name, new(deal, part, isRoot ? NameKind.Deal : IsPhaseWord(name) ? NameKind.PhaseWord : NameKind.Part));
            }

            foreach (var keyword in isRoot ? [] : part.Keywords)
            {
                yield return (keyword, new(deal, part, NameKind.PartKeyword));
            }

            foreach (var (party, alias) in part.Parties.SelectMany(p => p.Aliases.Prepend(p.Name).Select(a => (p, a))))
            {
                yield return (alias, new(deal, part, NameKind.Party, party.Name));
            }
        }

        foreach (var lookalike in deal.Lookalikes)
        {
            yield return (lookalike, new(deal, deal.Root, NameKind.Lookalike));
        }
    }

    private static bool IsPhaseWord(string name)
    {
        var folded = Folding.Fold(name.Trim());
        return LanguageFiles.Languages.Any(l => AmountLanguage.Of(l).Roles.Tranches.TryAt(folded, 0, out var end, out var ordinal) && ordinal > 0 && end == folded.Length);
    }

    private static IEnumerable<string> Spellings(string name)
    {
        var folded = Folding.Fold(name.Trim());
        yield return folded;
        var hyphened = folded.Replace('\u2013', '-');
        if (hyphened != folded)
        {
            yield return hyphened;
        }
    }
}
