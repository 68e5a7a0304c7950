using System.Text.Json.Serialization;

namespace NewsWatcher.Extraction;

/// <summary>Where a fact stands: a half-open span (UTF-16) of the article's text, or of its title, the sentence around it, and the rule that read it.</summary>
public sealed record Evidence
{
    // The sentence is cut out of the text only where somebody reads it.
    private readonly Sentences? _sentences;
    private readonly int _at;
    private string? _sentence;

    [JsonConstructor]
    public Evidence(bool inTitle, int start, int end, string sentence, string rule) =>
        (InTitle, Start, End, _sentence, Rule) = (inTitle, start, end, sentence, rule);

    internal Evidence(bool inTitle, int start, int end, Sentences sentences, string rule) =>
        (InTitle, Start, End, _sentences, _at, Rule) = (inTitle, start, end, sentences, start, rule);

    public bool InTitle { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public string Sentence => _sentence ??= _sentences?.TextAround(_at) ?? "";

    public string Rule { get; init; }

    public bool Equals(Evidence? other) => other is not null && InTitle == other.InTitle && Start == other.Start && End == other.End
        && Sentence == other.Sentence && Rule == other.Rule;

    public override int GetHashCode() => HashCode.Combine(InTitle, Start, End, Sentence, Rule);
}
