using System.Globalization;

namespace NewsWatcher.Tests.Support.Hostile;

/// <summary>Where a behaviour is played: its own server, and the port of one that nobody may reach.</summary>
internal sealed record Scene(int Port, int Canary)
{
    public string Place(string text) => text
        .Replace("{port}", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{canary}", Canary.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
