namespace NewsWatcher.Fetching;

/// <summary>One GET. <paramref name="MaxBytes"/> bounds the decoded body.</summary>
public sealed record FetchRequest(Uri Url, long MaxBytes, Validators Validators);
