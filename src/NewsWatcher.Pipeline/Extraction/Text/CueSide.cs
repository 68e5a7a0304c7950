namespace NewsWatcher.Extraction.Text;

/// <summary>Where a cue stands, seen from what it is about: a role "before" stands before the name.</summary>
internal enum CueSide
{
    Any,
    Before,
    After,
    Title,
}
