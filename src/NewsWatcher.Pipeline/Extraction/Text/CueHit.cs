namespace NewsWatcher.Extraction.Text;

/// <summary>A cue found: half-open span of the passage, and the sentence it stands in.</summary>
internal readonly record struct CueHit(Cue Cue, int Start, int End, int Sentence);
