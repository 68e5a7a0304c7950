namespace NewsWatcher.Cli;

/// <summary>What the process says when it ends; documented in docs/cli.md.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int InUse = 3;
    public const int Damaged = 4;
    public const int NotFound = 5;
}
