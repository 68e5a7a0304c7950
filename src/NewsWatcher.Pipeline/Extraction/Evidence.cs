namespace NewsWatcher.Extraction;

/// <summary>Where a fact stands: a half-open span (UTF-16) of the article's text, or of its title, the sentence around it, and the rule that read it.</summary>
public sealed record Evidence(bool InTitle, int Start, int End, string Sentence, string Rule);
