using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace NewsWatcher.Fetching;

/// <summary>How pages and feeds are fetched: the section "Fetch".</summary>
public sealed class FetchingOptions : IValidatableObject
{
    public const string Section = "Fetch";

    /// <summary>A page or address where publishers can reach whoever runs this; part of the User-Agent.</summary>
    [Required, StringLength(200), RegularExpression("[!-'*-~]+", ErrorMessage = "Contact may hold only visible ASCII characters without parentheses.")]
    public string Contact { get; set; } = "https://newswatcher.example/contact";

    /// <summary>CIDRs of private networks that may be reached all the same; empty: none.</summary>
    public IList<string> AllowedPrivateNetworks { get; } = [];

    /// <summary>For connect and TLS handshake.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For a whole fetch: DNS, redirects and body included, waiting for the host's turn excluded.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    [Range(1024, 16 * 1024 * 1024)]
    public int MaxFeedBytes { get; set; } = 16 * 1024 * 1024;

    [Range(1024, 16 * 1024 * 1024)]
    public int MaxArticleBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Fetches at once from one host.</summary>
    [Range(1, 8)]
    public int PerHost { get; set; } = 2;

    /// <summary>Least time between the starts of two article fetches from one host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan ArticleSpacing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>An http proxy that everything goes through; it resolves names itself, so that only its own rules keep private addresses out. Null: none.</summary>
    public string? Proxy { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var network in AllowedPrivateNetworks.Where(n => !IPNetwork.TryParse(n, out _)))
        {
            yield return new($"\"{network}\" is no network such as 10.1.2.0/24 or fd00:1::/64.", [nameof(AllowedPrivateNetworks)]);
        }

        if (Proxy is not null && !(Uri.TryCreate(Proxy, UriKind.Absolute, out var proxy) && proxy.Scheme is "http" or "https"))
        {
            yield return new("Proxy is no address such as http://proxy.example:3128.", [nameof(Proxy)]);
        }
    }
}

[OptionsValidator]
public sealed partial class FetchingOptionsValidator : IValidateOptions<FetchingOptions>;
