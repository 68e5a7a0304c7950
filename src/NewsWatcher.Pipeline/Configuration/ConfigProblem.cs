namespace NewsWatcher.Configuration;

/// <summary>What is wrong with a configuration file, and where. Lines count from 1; 0 means the file as a whole.</summary>
public sealed record ConfigProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
