using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Watching.Search;

/// <summary>News searches that deals may use: the section "Search". Empty: none, and no deal searches.</summary>
public sealed class SearchOptions : IValidatableObject
{
    public const string Section = "Search";

    private const int MostAddresses = 5;
    private const int MostNameChars = 20;

    public IList<SearchAddress> Addresses { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Addresses.Count > MostAddresses)
        {
            yield return new($"There are more than {MostAddresses} addresses.", [nameof(Addresses)]);
        }

        foreach (var address in Addresses)
        {
            if (!ConfigId.IsValid(address.Name) || address.Name.Length > MostNameChars)
            {
                yield return new($"\"Name\": \"{address.Name}\" may hold only a-z, 0-9 and -, at most {MostNameChars}.", [nameof(Addresses)]);
            }

            if (Fault(address.Url) is { } fault)
            {
                yield return new($"\"Url\": \"{address.Url}\" {fault}.", [nameof(Addresses)]);
            }
        }

        foreach (var twice in Addresses.CountBy(a => a.Name, StringComparer.Ordinal).Where(n => n.Value > 1))
        {
            yield return new($"The name \"{twice.Key}\" is used twice.", [nameof(Addresses)]);
        }
    }

    private static string? Fault(string url)
    {
        var sample = url.Replace(SearchAddress.QueryMark, "q", StringComparison.Ordinal).Replace(SearchAddress.LanguageMark, "en", StringComparison.Ordinal);
        return !url.Contains(SearchAddress.QueryMark, StringComparison.Ordinal) ? "has no {query}"
            : sample.AsSpan().ContainsAny('{', '}') ? "may hold no other braces than those of {query} and {language}"
            : !Uri.TryCreate(sample, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || WebAddress.Refusal(address) is not null ? "is no https address without user name"
            : url.Split('/', 4) is [_, _, var host, ..] && host.Contains('{', StringComparison.Ordinal) ? "must name its host"
            : null;
    }
}

[OptionsValidator]
public sealed partial class SearchOptionsValidator : IValidateOptions<SearchOptions>;
