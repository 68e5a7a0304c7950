namespace NewsWatcher.Hosting;

/// <summary>Settings or configuration files that nobody can work with: every problem at once.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
