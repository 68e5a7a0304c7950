namespace NewsWatcher.Extraction.Amounts;

/// <summary>The words of one language that say what an amount is.</summary>
internal sealed class RoleWords(string name)
{
    public PhraseTable<string> PerAfter { get; } = AmountLanguage.Table(name, "roles.txt", "per after", k => k);

    public PhraseTable<string> PerBefore { get; } = AmountLanguage.Table(name, "roles.txt", "per before", k => k);

    public PhraseTable<AmountRole> Cues { get; } = AmountLanguage.Table(name, "roles.txt", "cues", Enum.Parse<AmountRole>);

    /// <summary>Words for a phase, with its ordinal, or for a stake or loan, with 0.</summary>
    public PhraseTable<int> Tranches { get; } = AmountLanguage.Table(name, "roles.txt", "tranches", k => (int)AmountLanguage.Number(k));

    /// <summary>How several names and sums of a sentence belong together: "respectively", "together".</summary>
    public PhraseTable<string> Orders { get; } = AmountLanguage.Table(name, "roles.txt", "orders", k => k);

    /// <summary>What may stand between a sum and the project that it is the price of.</summary>
    public HashSet<string> Links { get; } = [.. AmountLanguage.Lists("roles.txt", name).SelectMany(l => l.Phrases("links")).Append("")];
}
