namespace NewsWatcher.Extraction;

/// <summary>A title or a text to read facts from. Offsets of facts are half-open UTF-16 spans of <see cref="Text"/>.</summary>
/// <param name="Language">BCP 47 primary subtag; "und" when it could not be told.</param>
public sealed record Passage(string Text, bool InTitle, string Language)
{
    public Sentences Sentences { get; } = new(Text);

    public Evidence Evidence(int start, int end, string rule) => new(InTitle, start, end, Sentences.TextAround(start), rule);
}
