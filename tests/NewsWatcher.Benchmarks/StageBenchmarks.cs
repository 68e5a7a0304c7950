using System.Text;
using BenchmarkDotNet.Attributes;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;
using NewsWatcher.Feeds;

namespace NewsWatcher.Benchmarks;

/// <summary>The stages that cost time, on input of the usual size.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly FactExtractor _extractor = new([SampleTexts.Deal()]);
    private readonly FactExtractor _manyDeals = new([SampleTexts.Deal(), .. SampleTexts.OtherDeals(100, keywords: 50)]);
    private readonly string _story = SampleTexts.Story(3_000);
    private readonly Articles.Article _article = new() { Title = SampleTexts.Title, Text = SampleTexts.Story(3_000), Language = "en" };
    private readonly string _pageText = SampleTexts.Page(60_000);
    private readonly byte[] _page = Encoding.UTF8.GetBytes(SampleTexts.Page(60_000));
    private readonly byte[] _feed = Encoding.UTF8.GetBytes(SampleTexts.Feed("sample", 50_000));

    /// <summary>Amounts of an article of 3 kB.</summary>
    [Benchmark(Description = "amounts")]
    public IReadOnlyList<Amount> Amounts() => AmountReader.Read(new Passage(_story, InTitle: false, "en"));

    /// <summary>Facts of an article of 3 kB.</summary>
    [Benchmark(Description = "extract")]
    public ArticleFacts Extract() => _extractor.Read(_article, Now, OutletTier.Major);

    /// <summary>The same with 100 more deals and their 5,000 keywords.</summary>
    [Benchmark(Description = "extract-100")]
    public ArticleFacts ExtractBesideManyDeals() => _manyDeals.Read(_article, Now, OutletTier.Major);

    /// <summary>The story of a page of 60 kB.</summary>
    [Benchmark(Description = "read")]
    public ArticleRead Read() => ArticleReader.Read(_page, "text/html", new Uri("https://news.example/story"));

    /// <summary>The same page by SmartReader alone: no dates of ours, no notices, no language.</summary>
    [Benchmark(Description = "smartreader")]
    public SmartReader.Article ReadAlone()
    {
        using var reader = new SmartReader.Reader("https://news.example/story", _pageText);
        return reader.GetArticle();
    }

    /// <summary>The entries of a feed of 50 kB.</summary>
    [Benchmark(Description = "parse-feed")]
    public FeedRead ParseFeed() => FeedReader.Read(_feed, "application/rss+xml", new Uri("https://news.example/rss"));
}
