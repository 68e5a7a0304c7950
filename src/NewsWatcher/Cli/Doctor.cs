using System.Globalization;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Scheduling;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>The checks of doctor. Each tells what it found; none changes anything.</summary>
internal static class Doctor
{
    private const long FewBytes = 500L * 1024 * 1024;
    private const long TooFewBytes = 50L * 1024 * 1024;

    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(AppPaths paths, TimeProvider clock, CancellationToken ct) =>
    [
        .. await SettingsAsync(paths, ct),
        Folder(paths),
        .. await DatabaseAsync(paths, clock.GetUtcNow(), ct),
        Disk(paths),
        Locales(),
        Zones(),
    ];

    private static async Task<IEnumerable<Finding>> SettingsAsync(AppPaths paths, CancellationToken ct)
    {
        // The files are checked even when the settings beside them cannot be read.
        var (rules, findings) = (new FeedRules([], CronTimes.Fault), (IEnumerable<Finding>)[]);
        try
        {
            var settings = HostSettings.Read(paths);
            (rules, findings) = (settings.FeedRules, [Finding.Ok("settings", "newswatcher.json and the environment can be read"), .. OpenNetworks(settings)]);
        }
        catch (SettingsException e)
        {
            findings = [Finding.Fail("settings", e.Message, "Correct newswatcher.json.", ExitCodes.Usage)];
        }

        return [.. await ConfigurationAsync(paths.Config, rules, ct), .. findings];
    }

    private static IEnumerable<Finding> OpenNetworks(HostSettings settings) => settings.Fetching.AllowedPrivateNetworks
        .Select(n => Finding.Warn("private network", $"feeds and pages may reach {n}: whoever writes them decides what is asked there", "Take it out of Fetch:AllowedPrivateNetworks unless a feed lies there."));

    private static async Task<IEnumerable<Finding>> ConfigurationAsync(string folder, FeedRules rules, CancellationToken ct)
    {
        var problems = new List<ConfigProblem>();
        var files = await ConfigFolder.ReadAsync(folder, rules, problems, ct);
        return problems.Count == 0
            ? [Finding.Ok("configuration", $"{folder}: {files.Feeds.Count} feeds, {files.Outlets.Count} outlets, {files.Deals.Count} deals"), .. Unverified(files.Feeds)]
            : problems.Select(p => Finding.Fail("configuration", p.ToString(), "Correct the file; until then the last good configuration stays in force.", ExitCodes.Usage));
    }

    private static IEnumerable<Finding> Unverified(IEnumerable<Feed> feeds) => feeds.Where(f => f.Tls == TlsPolicy.Unverified)
        .Select(f => Finding.Warn("certificate", $"that of {f.Id} is not checked: what it says may be anybody's", "Take \"tls\": \"unverified\" away once the publisher has a valid one."));

    private static Finding Folder(AppPaths paths)
    {
        if (!Directory.Exists(paths.Data))
        {
            return Finding.Warn("data folder", $"{paths.Data} does not exist yet", "It is made by the first run. Another place: --data or NEWSWATCHER_DATA.");
        }

        try
        {
            var probe = Path.Combine(paths.Data, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Ok("data folder", $"{paths.Data} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("data folder", e.Message, "Give the user that runs NewsWatcher the right to write there.");
        }
    }

    private static async Task<IEnumerable<Finding>> DatabaseAsync(AppPaths paths, DateTimeOffset now, CancellationToken ct)
    {
        if (!File.Exists(paths.DatabaseFile))
        {
            return [Finding.Warn("database", "there is none yet", "It is made by the first run: newswatcher run")];
        }

        if (await Backups.FaultAsync(paths.DatabaseFile, ct) is { } fault)
        {
            return [Finding.Fail("database", $"{paths.DatabaseFile} is damaged: {fault}", "Stop the daemon, copy the file away, then: newswatcher restore BACKUP", ExitCodes.Damaged)];
        }

        using var database = new Database(paths.DatabaseFile);
        var feeds = await new FeedStore(database).ListAsync(ct);
        var items = await new ItemQueries(database).CountAsync(ct);
        return
        [
            Finding.Ok("database", $"{paths.DatabaseFile} is sound: {items} items"),
            Daemon(paths),
            Clock(feeds, now),
            .. Feeds([.. feeds.Where(f => f.Active)]),
        ];
    }

    private static Finding Daemon(AppPaths paths)
    {
        try
        {
            using var idle = InstanceLock.TryTake(paths.Data);
            return idle is null
                ? Finding.Ok("daemon", DaemonAddress.Find(paths) is { } address ? $"one is running at {address}" : "one is running")
                : Finding.Warn("daemon", "none is running: nothing is polled", "Start it: newswatcher run");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Warn("daemon", e.Message, "Whether one is running cannot be told before the data folder can be written.");
        }
    }

    private static Finding Clock(IReadOnlyList<StoredFeed> feeds, DateTimeOffset now)
    {
        var newest = feeds.Max(f => f.LastAttemptAt);
        return newest > now + ClockSlack
            ? Finding.Fail("clock", $"it says {UtcText.Minute(now)} UTC, but a feed was polled at {UtcText.Minute(newest)}", "Set the clock: a clock that goes back delays polls and misdates what is captured.")
            : Finding.Ok("clock", $"{UtcText.Minute(now)} UTC");
    }

    private static IEnumerable<Finding> Feeds(IReadOnlyList<StoredFeed> feeds)
    {
        var failing = feeds.Where(f => f.Errors > 0 || f.GoneAt is not null).ToList();
        yield return failing.Count == 0
            ? Finding.Ok("feeds", $"{feeds.Count} are polled, none fails")
            : Finding.Warn("feeds", $"{failing.Count} of {feeds.Count} fail: {string.Join(", ", failing.Select(f => f.Feed.Id))}", $"What to do: newswatcher feeds check {failing[0].Feed.Id}");
        foreach (var feed in feeds.Where(f => f.IdentityChangedAt is not null))
        {
            yield return Finding.Warn("feeds", $"{feed.Feed.Id} seems to have become another one: {feed.Quarantined} items are kept apart", $"What it means: newswatcher feeds check {feed.Feed.Id}");
        }
    }

    private static Finding Disk(AppPaths paths)
    {
        var folder = paths.Data;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / 1024 / 1024:#,0} MiB free");
        return free < TooFewBytes ? Finding.Fail("disk", text, "Free some space: nothing can be captured soon.")
            : free < FewBytes ? Finding.Warn("disk", text, "Free some space.")
            : Finding.Ok("disk", text);
    }

    private static Finding Locales()
    {
        try
        {
            return Finding.Ok("languages", $"ICU knows {CultureInfo.GetCultureInfo("ja-JP").NativeName}");
        }
        catch (CultureNotFoundException)
        {
            return Finding.Fail("languages", "ICU is missing: texts cannot be compared and folded as they must", "Install the system's ICU library (libicu), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }

    private static Finding Zones() => TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Tokyo", out _)
        ? Finding.Ok("time zones", "the system knows them")
        : Finding.Fail("time zones", "the system knows none", "Install tzdata: schedules with a time zone cannot be kept without it.");
}
