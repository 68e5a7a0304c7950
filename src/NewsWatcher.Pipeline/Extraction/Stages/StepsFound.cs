namespace NewsWatcher.Extraction.Stages;

/// <summary>The steps that an article tells, each with how much it weighs, in the order of the text.</summary>
internal sealed class StepsFound
{
    private readonly List<(StageReading Reading, double Weight)> _all = [];
    private readonly HashSet<(string? PartId, Stage Stage)> _parts = [];
    private readonly Dictionary<(Stage Stage, bool InTitle, string Sentence), double> _heaviest = [];

    public IReadOnlyList<(StageReading Reading, double Weight)> All => _all;

    /// <summary>Adds what a sentence says, unless it has said it as firmly before.</summary>
    public void Add(StageReading reading, double weight)
    {
        var said = (reading.Stage, reading.Evidence.InTitle, reading.Evidence.Sentence);
        if (!_heaviest.TryGetValue(said, out var known) || known < weight)
        {
            _heaviest[said] = weight;
            _parts.Add((reading.PartId, reading.Stage));
            _all.Add((reading, weight));
        }
    }

    /// <summary>Adds the same step of further parts that the sentence names, each part once.</summary>
    public void AddParts(StageReading reading, List<string> parts)
    {
        foreach (var part in parts)
        {
            if (part != reading.PartId && _parts.Add((part, reading.Stage)))
            {
                _all.Add((reading with { PartId = part }, 0));
            }
        }
    }
}
