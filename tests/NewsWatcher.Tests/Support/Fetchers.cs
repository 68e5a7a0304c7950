using System.Net;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Support;

/// <summary>Fetchers that may reach the test servers, and nothing else behind the public internet.</summary>
internal static class Fetchers
{
    public static FetchingOptions Options => new() { AllowedPrivateNetworks = { "127.10.0.0/16" }, ArticleSpacing = TimeSpan.Zero };

    public static HttpFetcher New(TimeProvider? clock = null, FetchingOptions? options = null) =>
        new(options ?? Options, clock ?? TimeProvider.System, (host, _) => throw new InvalidOperationException($"{host} was not expected to be resolved"));

    /// <summary>Every name has these addresses: one answer a question, the last one for all further ones.</summary>
    public static HttpFetcher Resolving(params string[][] answers)
    {
        var asked = 0;
        return new(Options, TimeProvider.System, (_, _) => Task.FromResult(answers[Math.Min(asked++, answers.Length - 1)].Select(IPAddress.Parse).ToArray()));
    }

    public static Task<FetchResult> GetAsync(this HttpFetcher fetcher, Uri url, Validators? validators = null, long maxBytes = 1024 * 1024) =>
        fetcher.GetAsync(new(url, maxBytes, validators ?? Validators.None), TestContext.Current.CancellationToken);

    public static async Task<FetchResult.Failed> FailAsync(this HttpFetcher fetcher, Uri url, long maxBytes = 1024 * 1024) =>
        Assert.IsType<FetchResult.Failed>(await fetcher.GetAsync(url, null, maxBytes));

    public static async Task<FetchResult.Page> PageAsync(this HttpFetcher fetcher, Uri url) =>
        Assert.IsType<FetchResult.Page>(await fetcher.GetAsync(url));
}
