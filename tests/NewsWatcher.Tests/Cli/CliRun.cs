namespace NewsWatcher.Tests.Cli;

/// <summary>What one run of the program printed, and how it ended.</summary>
public sealed record CliRun(int Code, string Output, string Error);
