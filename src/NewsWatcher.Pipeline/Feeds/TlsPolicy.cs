namespace NewsWatcher.Feeds;

/// <summary>Whether a feed's server must show a certificate that is valid for it.</summary>
public enum TlsPolicy
{
    Verified,
    Unverified,
}
