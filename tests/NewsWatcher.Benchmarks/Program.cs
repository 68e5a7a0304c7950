using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NewsWatcher.Benchmarks;

if (args is ["poll", .. var rest])
{
    return await WholePoll.RunAsync(rest, CancellationToken.None);
}

if (args is ["schedule", .. var schedule])
{
    return await ScheduleTable.RunAsync(schedule, CancellationToken.None);
}

if (args is ["reprocess", .. var store])
{
    return await ReprocessRun.RunAsync(store, CancellationToken.None);
}

if (args is ["hostile", .. var given])
{
    return await HostileRun.RunAsync(given, CancellationToken.None);
}

if (args is ["train-topics", var input, var gold, var output])
{
    TopicTraining.Run(input, gold, output);
    return 0;
}

// In this process: a project generated beside ours would be built under our rules.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(WholePoll).Assembly).Run(args, config);
return 0;
