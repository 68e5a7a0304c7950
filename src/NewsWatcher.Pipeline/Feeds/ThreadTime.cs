using System.Runtime.InteropServices;

namespace NewsWatcher.Feeds;

/// <summary>The processor time of the current thread: on a busy machine, time goes by that nobody spent.</summary>
internal static class ThreadTime
{
    private const int OnLinux = 3;
    private const int OnMac = 16;

    /// <summary>Since the thread began; where it cannot be told, by the clock on the wall.</summary>
    public static TimeSpan Used()
    {
        if ((OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && Environment.Is64BitProcess && Read(OperatingSystem.IsLinux() ? OnLinux : OnMac, out var time) == 0)
        {
            return new(checked((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick)));
        }

        return TimeSpan.FromMilliseconds(Environment.TickCount64);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
