namespace NewsWatcher.Extraction;

/// <summary>Whose word a statement is, strongest first. Unnamed sources never make a stage binding.</summary>
public enum SourceGrade
{
    OfficialDocument,
    NamedOfficial,
    Reported,
    UnnamedSources,
    Aggregator,
}
