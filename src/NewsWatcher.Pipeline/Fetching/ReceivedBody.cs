namespace NewsWatcher.Fetching;

/// <summary>A body as it was read, decoded.</summary>
/// <param name="IsCut">Whether its coding breaks off: what is here is only the beginning.</param>
internal readonly record struct ReceivedBody(byte[] Bytes, bool IsCut);
