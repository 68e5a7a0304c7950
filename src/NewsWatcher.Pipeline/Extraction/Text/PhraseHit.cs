namespace NewsWatcher.Extraction.Text;

/// <summary>A phrase found: its id and its half-open span in the folded text.</summary>
internal readonly record struct PhraseHit(int Id, int Start, int End);
