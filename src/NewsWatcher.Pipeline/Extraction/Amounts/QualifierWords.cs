namespace NewsWatcher.Extraction.Amounts;

/// <summary>The words of one language that say how firmly an amount is stated.</summary>
internal sealed class QualifierWords(string name)
{
    public PhraseTable<Qualifier> Before { get; } = AmountLanguage.Table(name, "qualifiers.txt", "before", Enum.Parse<Qualifier>);

    public PhraseTable<Qualifier> After { get; } = AmountLanguage.Table(name, "qualifiers.txt", "after", Enum.Parse<Qualifier>);

    /// <summary>What an amount describes when it stands like an adjective: "framework".</summary>
    public PhraseTable<bool> Programmes { get; } = AmountLanguage.Table(name, "qualifiers.txt", "programmes", _ => true);

    /// <summary>Prepositions that qualify no amount that describes a programme.</summary>
    public PhraseTable<bool> DoubtfulBefore { get; } = AmountLanguage.Table(name, "qualifiers.txt", "doubtful before", _ => true);

    /// <summary>Between a qualifier and its amount: "a", "total".</summary>
    public PhraseTable<bool> Fillers { get; } = AmountLanguage.Table(name, "qualifiers.txt", "fillers", _ => true);
}
