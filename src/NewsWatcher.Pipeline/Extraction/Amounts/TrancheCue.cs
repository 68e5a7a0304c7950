namespace NewsWatcher.Extraction.Amounts;

/// <summary>Words for a phase, stake or loan in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Ordinal">Of the phase; 0 for a stake or a loan.</param>
internal readonly record struct TrancheCue(int Start, int End, int Ordinal);
