namespace NewsWatcher.Cli;

/// <summary>One line of the doctor's report. <see cref="Code"/> is the exit code that it asks for; 0 for what only deserves a look.</summary>
internal sealed record Finding(string Check, string State, string Text, string? Advice, int Code)
{
    public static Finding Ok(string check, string text) => new(check, "ok", text, Advice: null, ExitCodes.Done);

    public static Finding Warn(string check, string text, string advice) => new(check, "warn", text, advice, ExitCodes.Done);

    public static Finding Fail(string check, string text, string advice, int code = ExitCodes.Unexpected) => new(check, "fail", text, advice, code);
}
