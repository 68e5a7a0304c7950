namespace NewsWatcher.Extraction.Text;

/// <summary>What a phrase tells.</summary>
/// <param name="Weak">True where the phrase alone says little.</param>
internal sealed record Cue(CueKind Kind, int Value, CueSide Side, bool Weak);
