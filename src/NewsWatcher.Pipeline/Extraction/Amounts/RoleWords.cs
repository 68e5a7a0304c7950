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

    /// <summary>What says the size of a thing named before: "the cost", "in total".</summary>
    public PhraseTable<bool> Sizes { get; } = AmountLanguage.Table(name, "roles.txt", "sizes", _ => true);

    /// <summary>What says that a size is that of the whole: "the total cost".</summary>
    public PhraseTable<bool> Wholes { get; } = AmountLanguage.Table(name, "roles.txt", "wholes", _ => true);

    /// <summary>What a sentence says of other deals or of older ones: "last year", "a rival".</summary>
    public PhraseTable<bool> Elsewhere { get; } = AmountLanguage.Table(name, "roles.txt", "elsewhere", _ => true);

    /// <summary>Right before a sum they say that it is what a thing costs to build: 総事業費.</summary>
    public PhraseTable<bool> ProjectCosts { get; } = AmountLanguage.Table(name, "roles.txt", "project costs", _ => true);

    /// <summary>What a plant or a terminal is for: where deals are known, the word alone says nothing of a sum.</summary>
    public PhraseTable<bool> Materials { get; } = AmountLanguage.Table(name, "roles.txt", "materials", _ => true);

    /// <summary>What ties a sum to the thing of the sum before it: "of which", "up from".</summary>
    public PhraseTable<bool> Continuations { get; } = AmountLanguage.Table(name, "roles.txt", "continuations", _ => true);

    /// <summary>Before a sum that is only what is left: "remaining".</summary>
    public PhraseTable<bool> Remainders { get; } = AmountLanguage.Table(name, "roles.txt", "remainders", _ => true);

    /// <summary>What may stand between a sum and the project that it is the price of.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Links { get; } = Phrases(name, "links", "");

    /// <summary>What stands between a sum and the whole that it is taken from: "of the".</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Partitives { get; } = Phrases(name, "partitives");

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Phrases(string name, string section, params string[] more) =>
        AmountLanguage.Lists("roles.txt", name).SelectMany(l => l.Phrases(section)).Concat(more).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
