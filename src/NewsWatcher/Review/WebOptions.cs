using System.Net;
using Microsoft.Extensions.Options;

namespace NewsWatcher.Review;

/// <summary>Where the review pages are served, and to whom: the section "Web".</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>An IP address, or localhost.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>0 takes any free one.</summary>
    public int Port { get; set; } = 8080;

    /// <summary>Whoever reaches the address may read everything. Has to be written out for an address other than a loopback one.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>Host names beside localhost under which browsers reach the pages; others are refused, lest a foreign name is rebound to us.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Whether the pages take decisions: there is no login, so that whoever reaches them has to sit at this machine.</summary>
    public bool TakesDecisions => ListenAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>Null when <see cref="Address"/> is none.</summary>
    public IPAddress? ListenAddress =>
        string.Equals(Address, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(Address, out var address) ? address : null;
}

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var faults = new List<string>();
        if (options.Port is < 0 or > 65535)
        {
            faults.Add("Web:Port must be from 0 to 65535");
        }

        if (options.ListenAddress is not { } address)
        {
            faults.Add($"Web:Address must be an IP address or localhost, not \"{options.Address}\"");
        }
        else if (!IPAddress.IsLoopback(address) && !options.AllowAnonymous)
        {
            faults.Add($"Web:Address {address} can be reached by others and there is no login: write Web:AllowAnonymous=true if that is meant, or use 127.0.0.1");
        }

        if (options.AllowedHosts.Any(string.IsNullOrWhiteSpace))
        {
            faults.Add("Web:AllowedHosts has an empty name");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
