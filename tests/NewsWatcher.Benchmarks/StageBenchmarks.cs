using System.Text;
using BenchmarkDotNet.Attributes;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Benchmarks;

/// <summary>The three stages that cost time, on input of the usual size.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly FactExtractor _extractor = new([SampleTexts.Deal()]);
    private readonly Article _article = new() { Title = SampleTexts.Title, Text = SampleTexts.Story(3_000), Language = "en" };
    private readonly byte[] _page = Encoding.UTF8.GetBytes(SampleTexts.Page(60_000));
    private readonly byte[] _feed = Encoding.UTF8.GetBytes(SampleTexts.Feed("sample", 50_000));

    /// <summary>Facts of an article of 3 kB.</summary>
    [Benchmark(Description = "extract")]
    public ArticleFacts Extract() => _extractor.Read(_article, Now, OutletTier.Major);

    /// <summary>The story of a page of 60 kB.</summary>
    [Benchmark(Description = "read")]
    public ArticleRead Read() => ArticleReader.Read(_page, "text/html", new Uri("https://news.example/story"));

    /// <summary>The entries of a feed of 50 kB.</summary>
    [Benchmark(Description = "parse-feed")]
    public FeedRead ParseFeed() => FeedReader.Read(_feed, "application/rss+xml", new Uri("https://news.example/rss"));
}
