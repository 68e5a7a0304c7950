namespace NewsWatcher.Deals;

/// <summary>A name that a deal is recognised by, with its other spellings.</summary>
internal sealed record DealName(NameKind Kind, string Label, IReadOnlyList<NameSpelling> Spellings)
{
    /// <summary>Its place among the names of its deal: the order of reasons.</summary>
    public int Order { get; init; }

    public static DealName Of(NameKind kind, string label, IReadOnlyList<string> aliases, PhraseIndex index) => new(
        kind, label, [.. aliases.Prepend(label).Select(a => (Printed: a, Phrase: MatchedText.Folded(a))).Where(p => p.Phrase.Length > 1).DistinctBy(p => p.Phrase, StringComparer.Ordinal)
            .Select(p => new NameSpelling(index.Add(p.Phrase), p.Phrase, Weight(p.Phrase)) { IsProper = IsProper(p.Printed) })]);

    /// <summary>Where the page has it, by its most telling spelling; null for nowhere.</summary>
    public NameHit? In(MatchedText page) => Spellings
        .Select(s => (Spelling: s, Place: page.Place(s.Id), InTitle: page.InTitle(s.Id)))
        .Where(s => s.Place > 0)
        .OrderByDescending(s => s.Spelling.Strength * s.Place).ThenByDescending(s => s.InTitle).ThenBy(s => s.Spelling.Phrase, StringComparer.Ordinal)
        .Select(s => new NameHit(Label, s.Spelling.Strength, s.Place, s.InTitle) { IsProper = s.Spelling.IsProper }).FirstOrDefault();

    public bool Stands(Predicate<int> stands) => Spellings.Any(s => stands(s.Id));

    // "nuclear reactors" and 原発 say what it is; a capital or katakana says which.
    private static bool IsProper(string printed) => printed.Any(c => char.IsUpper(c) || c is >= '\u30A1' and <= '\u30FA');

    // The more words a name has, the less likely it is somebody else's.
    private static double Weight(string phrase) => Tokens.Of(phrase).Sum(w => w.Length == 1 && Tokens.IsUnspaced(w[0]) ? 0.5 : 1);
}
