namespace NewsWatcher.Extraction;

/// <summary>A title or a text to read facts from. Offsets of facts are half-open UTF-16 spans of <see cref="Text"/>.</summary>
/// <param name="Language">BCP 47 primary subtag; "und" when it could not be told.</param>
public sealed record Passage(string Text, bool InTitle, string Language)
{
    /// <summary>Whether names and numbers stand without a space between them and the words around.</summary>
    public bool IsDense => IsDenseLanguage(Language);

    /// <summary>Found when first asked for.</summary>
    public Sentences Sentences => field ??= new(Text);

    public Evidence Evidence(int start, int end, string rule) => new(InTitle, start, end, Sentences, rule);

    internal static bool IsDenseLanguage(string language) => language is "ja" or "zh" or "ko";
}
