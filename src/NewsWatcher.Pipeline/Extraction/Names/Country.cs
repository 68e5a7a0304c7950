namespace NewsWatcher.Extraction.Names;

/// <param name="Capitals">Names of its capital or seat of government that stand for the government.</param>
/// <param name="Letters">The letters that stand for it in compounds, such as 米 and 미.</param>
internal sealed record Country(IReadOnlyList<string> Names, IReadOnlyList<string> Capitals, string Letters);
