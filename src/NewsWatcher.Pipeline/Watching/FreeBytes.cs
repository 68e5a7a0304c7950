namespace NewsWatcher.Watching;

/// <summary>Bytes that are free where the database lies.</summary>
public delegate long FreeBytes();
