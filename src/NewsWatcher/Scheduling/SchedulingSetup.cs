using NewsWatcher.Watching;
using Quartz;

namespace NewsWatcher.Scheduling;

/// <summary>Quartz as a tick and as the evaluator of cron expressions; it keeps nothing.</summary>
internal static class SchedulingSetup
{
    public static IServiceCollection AddScheduling(this IServiceCollection services, TimeSpan tick) => services
        .AddQuartz(quartz => quartz.ScheduleJob<PollTick>(trigger => trigger.WithIdentity("tick").StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(tick).RepeatForever())))
        .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);

    public static IServiceCollection AddCron(this IServiceCollection services) => services.AddSingleton<NextByCron>(CronTimes.Next);
}
