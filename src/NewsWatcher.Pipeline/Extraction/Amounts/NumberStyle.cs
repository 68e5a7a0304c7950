namespace NewsWatcher.Extraction.Amounts;

/// <summary>How a language writes numbers.</summary>
internal readonly record struct NumberStyle(bool DecimalComma, bool SpaceGroups);
