namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads every explicit quantity of money in a passage, in the order of the text, with qualifier and with the role that its clause gives it.</summary>
public static class AmountReader
{
    public static IReadOnlyList<Amount> Read(Passage passage) => throw Seam.Open(passage);
}
