namespace NewsWatcher.Extraction.Amounts;

/// <summary>What the sentences before another one are about, as far as a deal goes; all empty for nothing of it.</summary>
/// <param name="Part">The part of the deal.</param>
/// <param name="IsOutside">Whether it is a similar deal.</param>
/// <param name="IsOfDeal">Whether it is the deal as a whole.</param>
internal readonly record struct SentenceTopic(PartMark? Part, bool IsOutside = false, bool IsOfDeal = false);
