namespace NewsWatcher.Hosting;

/// <summary>Another process polls into this data folder.</summary>
public sealed class DataInUseException(string folder) : Exception($"{folder} is in use by another NewsWatcher. Stop it first, or choose another folder with --data.");
