namespace NewsWatcher.Extraction.Amounts;

/// <summary>A sum of a sentence with its conversions, and the parts that stand nearer to it than to any other.</summary>
internal sealed class SumGroup(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; set; } = end;

    public List<PartMark> Marks { get; } = [];
}
