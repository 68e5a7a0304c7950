using System.Globalization;

namespace NewsWatcher.Hosting;

/// <summary>Tells a database that is as this program left it from one that a crash, another program or a copy has touched since: only the latter is checked
/// from end to end at the next start. Damage to a file that nobody wrote to is told where it is met.</summary>
internal sealed class SoundMark(AppPaths paths)
{
    private readonly string _file = Path.Combine(paths.Data, "newswatcher.sound");

    /// <summary>Whether the database is as it was left. The mark is gone from now on: what is never left in order is checked.</summary>
    public bool Take()
    {
        try
        {
            var isLeft = Now() is { } now && string.Equals(File.ReadAllText(_file), now, StringComparison.Ordinal);
            File.Delete(_file);
            return isLeft;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Marks a database that was closed in order: nothing of it is left in a log.</summary>
    public void Leave()
    {
        try
        {
            if (Now() is { } now)
            {
                File.WriteAllText(_file, now);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the mark it is checked at the next start, which is always right.
        }
    }

    private string? Now()
    {
        var (file, log) = (new FileInfo(paths.DatabaseFile), new FileInfo(paths.DatabaseFile + "-wal"));
        return file.Exists && !(log.Exists && log.Length > 0) ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}") : null;
    }
}
