namespace NewsWatcher.Extraction;

/// <summary>A configured total, in the main unit of the currency.</summary>
public sealed record StatedTotal(decimal Value, string Currency, Qualifier Qualifier);
