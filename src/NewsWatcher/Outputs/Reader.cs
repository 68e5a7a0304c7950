namespace NewsWatcher.Outputs;

/// <summary>Who is at this machine: the actor of notes and decisions, and whose cursor "changes" goes by.</summary>
internal static class Reader
{
    // A container may run under a number without a name.
    public static string Name { get; } =
        new[] { Environment.GetEnvironmentVariable("USER"), Environment.UserName }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? "reader";
}
