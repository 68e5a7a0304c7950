namespace NewsWatcher.Extraction.Milestones;

/// <summary>One word or number of a date: half-open span of the passage.</summary>
internal readonly record struct DateToken(DateTokenKind Kind, int Value, int Start, int End);
