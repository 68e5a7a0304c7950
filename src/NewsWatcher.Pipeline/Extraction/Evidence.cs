namespace NewsWatcher.Extraction;

/// <summary>Where a fact stands: a half-open span (UTF-16) of the article's text, or of its title, the sentence around it, and the rule that read it.</summary>
public sealed record Evidence(bool InTitle, int Start, int End, string Sentence, string Rule)
{
    // The sentence is cut out of the text only where somebody reads it.
    private readonly Sentences? _sentences;
    private readonly int _at;
    private string? _sentence = Sentence;

    internal Evidence(bool inTitle, int start, int end, Sentences sentences, string rule)
        : this(inTitle, start, end, "", rule) => (_sentences, _at, _sentence) = (sentences, start, null);

    public string Sentence
    {
        get => _sentence ??= _sentences?.TextAround(_at) ?? "";
        init => _sentence = value;
    }

    public bool Equals(Evidence? other) => other is not null && InTitle == other.InTitle && Start == other.Start && End == other.End
        && Sentence == other.Sentence && Rule == other.Rule;

    public override int GetHashCode() => HashCode.Combine(InTitle, Start, End, Sentence, Rule);
}
