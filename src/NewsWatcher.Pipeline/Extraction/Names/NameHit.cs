namespace NewsWatcher.Extraction.Names;

/// <summary>A configured name found: half-open span of the passage and the sentence it stands in.</summary>
internal readonly record struct NameHit(NameUse Use, int Start, int End, int Sentence);
