using NewsWatcher.Deals;

namespace NewsWatcher.Review;

/// <summary>Addresses of our pages, and what may be linked of others'.</summary>
public static class Links
{
    public static string Deal(string partId)
    {
        var root = partId.Split('/')[0];
        return $"/deals/{Uri.EscapeDataString(root)}" + (partId.Length > root.Length ? "#" + Part(partId) : "");
    }

    /// <summary>The anchor of a part on its deal's page.</summary>
    public static string Part(string partId) => "part-" + partId.Replace('/', '.');

    public static string Item(long id) => FormattableString.Invariant($"/items/{id}");

    /// <summary>The item at the words that state the claim.</summary>
    public static string Claim(Claim claim) => $"{Item(claim.ItemId)}#{Anchor(claim)}";

    public static string Anchor(Claim claim) => "claim-" + claim.Key;

    public static string Feed(string key) => $"/feeds/{Uri.EscapeDataString(key)}";

    /// <summary>Null for anything but an absolute http(s) address: it is shown as text then.</summary>
    public static string? Outside(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
