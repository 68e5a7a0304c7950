namespace NewsWatcher.Feeds;

/// <summary>A news search that makes feeds of a deal's own terms, as the operator configures it.</summary>
public sealed class SearchAddress
{
    public const string QueryMark = "{query}";
    public const string LanguageMark = "{language}";

    /// <summary>Part of the ids of its feeds.</summary>
    public string Name { get; set; } = "";

    /// <summary>An https address with {query}, and {language} where the service asks for one.</summary>
    public string Url { get; set; } = "";

    public bool HasLanguage => Url.Contains(LanguageMark, StringComparison.Ordinal);

    /// <summary>The address for one query; both parts come percent-encoded into it.</summary>
    public Uri For(string query, string language) => new(Url
        .Replace(LanguageMark, Uri.EscapeDataString(language), StringComparison.Ordinal)
        .Replace(QueryMark, Uri.EscapeDataString(query), StringComparison.Ordinal));
}
