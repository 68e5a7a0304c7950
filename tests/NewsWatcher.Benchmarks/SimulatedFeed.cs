using System.Globalization;
using NewsWatcher.Feeds;

namespace NewsWatcher.Benchmarks;

/// <summary>A feed of a simulated publisher: stories come at random, as often as its nature is.</summary>
internal sealed class SimulatedFeed
{
    private readonly Random _random;
    private readonly TimeSpan _between;
    private DateTimeOffset _nextStory;

    public SimulatedFeed(int number, string host, DateTimeOffset start)
    {
        _random = new Random(number);
        // From every ten minutes to every ten days.
        _between = TimeSpan.FromMinutes(10 * Math.Pow(10, 3.2 * _random.NextDouble()));
        _nextStory = start;
        Definition = new Feed
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"f{number}"), Name = "F", Url = new($"https://{host}/{number}"), Every = _random.Next(20) switch { 0 => TimeSpan.FromMinutes(15), 1 => TimeSpan.FromMinutes(5), 2 => TimeSpan.FromHours(6), _ => null },
        };
        Ttl = _random.Next(5) == 0 ? TimeSpan.FromMinutes(60) : null;
        FreshFor = _random.Next(5) == 0 ? TimeSpan.FromMinutes(20) : null;
    }

    public Feed Definition { get; }

    public TimeSpan? Ttl { get; }

    public TimeSpan? FreshFor { get; }

    /// <summary>Whether anything came since it was asked last.</summary>
    public bool HasNews(DateTimeOffset now)
    {
        var has = now >= _nextStory;
        while (now >= _nextStory)
        {
            _nextStory += _between * -Math.Log(1 - _random.NextDouble());
        }

        return has;
    }
}
