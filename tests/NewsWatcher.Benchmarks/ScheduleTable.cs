using System.Globalization;
using NewsWatcher.Storage;

namespace NewsWatcher.Benchmarks;

/// <summary>schedule [FEEDS] [HOURS]: what a long list of feeds costs the schedule, and how well it keeps their intervals.</summary>
internal static class ScheduleTable
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var feeds = args is [var count, ..] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 20_000;
        var hours = args is [_, var span, ..] ? int.Parse(span, NumberStyles.None, CultureInfo.InvariantCulture) : 8;
        var folder = Directory.CreateTempSubdirectory("newswatcher-schedule-");
        try
        {
            using var database = new Database(Path.Combine(folder.FullName, Database.FileName));
            await SchemaMigrator.MigrateAsync(database, ct);
            var schedule = new SimulatedSchedule(database);
            await schedule.RunAsync(feeds, n => HostOf(n, feeds), TimeSpan.FromHours(hours), ct);
            Print(schedule, feeds, hours);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    // A tenth of all feeds at one host, as with a large aggregator; a quarter at hosts of fifty; the others alone.
    private static string HostOf(int number, int feeds) =>
        number < feeds / 10 ? "aggregator.example"
            : number < feeds / 10 * 3.5 ? string.Create(CultureInfo.InvariantCulture, $"h{number / 50}.example")
            : string.Create(CultureInfo.InvariantCulture, $"s{number}.example");

    private static void Print(SimulatedSchedule schedule, int feeds, int hours)
    {
        var ticks = schedule.TickMilliseconds.Order().ToList();
        (string What, string Value)[] rows =
        [
            ("feeds, simulated hours", string.Create(CultureInfo.InvariantCulture, $"{feeds:#,0}, {hours}")),
            ("polls", string.Create(CultureInfo.InvariantCulture, $"{schedule.Polls:#,0}")),
            ("first polls ended after", schedule.AllPolledAfter is { } after ? string.Create(CultureInfo.InvariantCulture, $"{after.TotalMinutes:0.0} min") : "not all were polled"),
            ("most polls of a tick", string.Create(CultureInfo.InvariantCulture, $"{schedule.MostOfATick:#,0}")),
            ("most polls of a host in a tick", string.Create(CultureInfo.InvariantCulture, $"{schedule.MostOfAHost}")),
            ("outside interval +- 10 %", string.Create(CultureInfo.InvariantCulture, $"{schedule.OutsideTheirInterval:#,0} of {schedule.Intervals:#,0}, the farthest {schedule.Farthest:P1}")),
            ("tick: median ms", string.Create(CultureInfo.InvariantCulture, $"{ticks[ticks.Count / 2]:0.0}")),
            ("tick: 95th percentile ms", string.Create(CultureInfo.InvariantCulture, $"{ticks[ticks.Count * 95 / 100]:0.0}")),
            ("tick: longest ms, after the first", string.Create(CultureInfo.InvariantCulture, $"{schedule.TickMilliseconds.Skip(1).Max():0.0}")),
            ("tick: CPU ms, mean and longest", string.Create(CultureInfo.InvariantCulture, $"{schedule.TickCpuMilliseconds.Skip(1).Average():0.0}, {schedule.TickCpuMilliseconds.Skip(1).Max():0.0}")),
            ("tick: the first, ms (CPU ms)", string.Create(CultureInfo.InvariantCulture, $"{schedule.TickMilliseconds[0]:0.0} ({schedule.TickCpuMilliseconds[0]:0.0})")),
        ];
        foreach (var (what, value) in rows)
        {
            Console.WriteLine($"{what,-36}{value}");
        }
    }
}
