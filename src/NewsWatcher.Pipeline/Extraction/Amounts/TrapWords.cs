namespace NewsWatcher.Extraction.Amounts;

/// <summary>The words of one language that tell money from what only looks like it.</summary>
internal sealed class TrapWords(string name)
{
    /// <summary>What, right behind, shows that a word is no money, by the word's family: 元素, 円形.</summary>
    public PhraseTable<string> Followers { get; } = AmountLanguage.Table(name, "traps.txt", "followers", k => k);

    /// <summary>What, right behind, makes a doubtful word money: "pound fine".</summary>
    public PhraseTable<bool> Supports { get; } = AmountLanguage.Table(name, "traps.txt", "supports", _ => true);

    /// <summary>Words of weight nearby: "weighs".</summary>
    public PhraseTable<string> Weights { get; } = AmountLanguage.Table(name, "traps.txt", "weights", k => k);
}
