using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsWatcher.Watching;

/// <summary>How often and how much at once: the section "Schedule".</summary>
public sealed class WatchingOptions
{
    public const string Section = "Schedule";

    /// <summary>How often the daemon looks for due feeds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan DefaultEvery { get; set; } = TimeSpan.FromHours(1);

    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan MinEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>For feeds whose host serves others as well, and for which nobody configured an interval.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan MinEverySharedHost { get; set; } = TimeSpan.FromMinutes(15);

    [Range(typeof(TimeSpan), "01:00:00", "1.00:00:00")]
    public TimeSpan MaxEvery { get; set; } = TimeSpan.FromDays(1);

    [Range(1, 64)]
    public int ParallelFeeds { get; set; } = 16;

    [Range(1, 64)]
    public int ParallelArticles { get; set; } = 8;
}

[OptionsValidator]
public sealed partial class WatchingOptionsValidator : IValidateOptions<WatchingOptions>;
