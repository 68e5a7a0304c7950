namespace NewsWatcher.Fetching;

/// <summary>A connection that was not made because of where it would lead. Crosses the HTTP stack, and ends as a value in <see cref="HttpFetcher"/>.</summary>
internal sealed class BlockedAddressException(string message) : IOException(message);
