using System.Globalization;

namespace NewsWatcher.Cli;

/// <summary>One line of a terminal that tells how many items were looked at, and how many a second.</summary>
internal sealed class ReprocessProgress(TextWriter terminal, TimeProvider clock) : IProgress<(int Done, int All)>
{
    private readonly long _began = clock.GetTimestamp();

    public void Report((int Done, int All) value)
    {
        var seconds = Math.Max(1, clock.GetElapsedTime(_began).TotalSeconds);
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done:N0} of {value.All:N0} items, {value.Done / seconds:N0} a second   "));
    }

    public void Clear() => terminal.Write("\r" + new string(' ', 60) + "\r");
}
