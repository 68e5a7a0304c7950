using System.Diagnostics;

namespace NewsWatcher.Configuration;

/// <summary>Counts what reading looks at, so that tests can see it stay in proportion to the text. In a release build nothing is counted.</summary>
internal static class Steps
{
    [ThreadStatic]
    private static long _taken;

#if DEBUG
    public const bool AreCounted = true;
#else
    public const bool AreCounted = false;
#endif

    /// <summary>Since the thread began.</summary>
    public static long Taken => _taken;

    [Conditional("DEBUG")]
    public static void Count(int steps = 1) => _taken += steps;
}
