using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsWatcher.Fetching;

/// <summary>How pages and feeds are fetched: the section "Fetch".</summary>
public sealed class FetchingOptions
{
    public const string Section = "Fetch";

    /// <summary>A page or address where publishers can reach whoever runs this; part of the User-Agent.</summary>
    [Required]
    public string Contact { get; set; } = "https://newswatcher.example/contact";

    /// <summary>CIDRs of private networks that may be reached all the same; empty: none.</summary>
    public IList<string> AllowedPrivateNetworks { get; } = [];
}

[OptionsValidator]
public sealed partial class FetchingOptionsValidator : IValidateOptions<FetchingOptions>;
