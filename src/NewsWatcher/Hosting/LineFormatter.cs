using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace NewsWatcher.Hosting;

/// <summary>Log lines for people: time, weight, sentence. What comes from outside cannot break a line or steer a terminal.</summary>
internal sealed class LineFormatter(TimeProvider clock) : ConsoleFormatter("line")
{
    private const int MaxSentence = 2_048;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var weight = logEntry.LogLevel switch
        {
            LogLevel.Critical or LogLevel.Error => "ERROR ",
            LogLevel.Warning => "warn  ",
            LogLevel.Information => "",
            _ => "debug ",
        };
        textWriter.Write(clock.GetLocalNow().ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
        textWriter.Write(weight);
        textWriter.WriteLine(Escaped(logEntry.Formatter(logEntry.State, logEntry.Exception), MaxSentence));
        if (logEntry.Exception is { } fault)
        {
            foreach (var line in fault.ToString().Split('\n'))
            {
                textWriter.WriteLine("    " + Escaped(line.TrimEnd(), MaxSentence));
            }
        }
    }

    /// <summary>Control characters, line separators and marks of direction as their numbers.</summary>
    internal static string Escaped(string text, int most)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, most)))
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return text.Length > most ? escaped.Append('…').ToString() : escaped.ToString();
    }
}
