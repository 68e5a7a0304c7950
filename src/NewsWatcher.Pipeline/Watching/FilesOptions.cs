namespace NewsWatcher.Watching;

/// <summary>Which folders file feeds may name: the section "Files".</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>Folders beside the configuration's own, absolute or relative to it; empty: none.</summary>
    public IList<string> Roots { get; } = [];
}
