using System.Net;

namespace NewsWatcher.Fetching;

/// <summary>One polite, bounded, checked GET at a time per caller; many callers at once share its limits per host.</summary>
public sealed class HttpFetcher : IDisposable
{
    private static readonly TimeSpan RestAfterReset = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _client;
    private readonly HttpMessageInvoker _trustingClient;
    private readonly HostGate _gate;
    private readonly LargeBodies _large = new();
    private readonly PublicNetwork _network;
    private readonly string _userAgent;

    public HttpFetcher(FetchingOptions options, TimeProvider clock)
        : this(options, clock, Dns.GetHostAddressesAsync)
    {
    }

    internal HttpFetcher(FetchingOptions options, TimeProvider clock, HostResolver resolve)
    {
        (Options, _clock) = (options, clock);
        _network = new(options.AllowedPrivateNetworks);
        _gate = new(options.PerHost, options.ArticleSpacing, clock);
        _userAgent = $"NewsWatcher/{typeof(HttpFetcher).Assembly.GetName().Version?.ToString(2)} (+{options.Contact})";
        var checkedOnly = new CheckedConnection(_network, resolve, options.Proxy is { } proxy ? new Uri(proxy) : null, options.ConnectTimeout, clock);
#pragma warning disable RS0030 // The one place that makes clients.
        _client = new(ClientHandler.New(options, checkedOnly, takesAnyCertificate: false), disposeHandler: true);
        _trustingClient = new(ClientHandler.New(options, checkedOnly, takesAnyCertificate: true), disposeHandler: true);
#pragma warning restore RS0030
    }

    internal FetchingOptions Options { get; }

    public async Task<FetchResult> GetAsync(FetchRequest request, CancellationToken ct)
    {
        var trip = new FetchTrip(request);
        while (true)
        {
            if (Refusal(trip.Url) is { } refusal)
            {
                return Failed(OutcomeClass.Blocked, trip.Hops > 0 ? $"A redirect leads astray. {refusal}" : refusal);
            }

            if (trip.Hops > 0 && request.HopRefusal is { } ask && await ask(trip.Url, ct) is { } refused)
            {
                return refused;
            }

            if (await HopAsync(trip, ct) is { } end)
            {
                return end;
            }
        }
    }

    /// <summary>For <see cref="FetchRequest.Room"/>.</summary>
    public BodyRoom Room() => _large.Room();

    public void Dispose()
    {
        _client.Dispose();
        _trustingClient.Dispose();
        _large.Dispose();
    }

    private string? Refusal(Uri url) => WebAddress.Refusal(url)
        ?? (Options.Proxy is not null && WebAddress.Literal(url) is { } address && !_network.Contains(address) ? $"{address} is not on the public internet." : null);

    /// <summary>Null when there is another hop to make: a redirect, or the same again after a broken connection.</summary>
    private async Task<FetchResult?> HopAsync(FetchTrip trip, CancellationToken ct)
    {
        using (await _gate.EnterAsync(WebAddress.Host(trip.Url) ?? "", trip.Request.IsSpaced && trip.IsNewHost, ct))
        {
            var left = Options.Timeout - trip.Spent;
            using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
            var start = _clock.GetTimestamp();
            trip.Request.Room?.Spares(deadline, left);
            try
            {
                return await SendAsync(trip, either.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return TimedOut(trip.Url, isConnected: deadline.IsCancellationRequested);
            }
            catch (Exception e) when (TransportFailure.Of(e, trip.Url) is not null && !ct.IsCancellationRequested)
            {
                if (trip.WasReset || !TransportFailure.IsReset(e))
                {
                    return TransportFailure.Of(e, trip.Url);
                }
            }
            finally
            {
                trip.Spent += _clock.GetElapsedTime(start);
            }
        }

        trip.WasReset = true;
        await Task.Delay(RestAfterReset, _clock, ct);
        return null;
    }

    private async Task<FetchResult?> SendAsync(FetchTrip trip, CancellationToken ct)
    {
        using var message = Message(trip);
        using var response = await (trip.TakesAnyCertificate ? _trustingClient : _client).SendAsync(message, ct);
        var status = (int)response.StatusCode;
        return status switch
        {
            301 or 302 or 303 or 307 or 308 => trip.Follow(status, ResponseHeaders.Location(response, trip.Url)) is { } reason ? Failed(OutcomeClass.HttpError, reason, status) : null,
            304 => trip.Validators.IsEmpty
                ? Failed(OutcomeClass.HttpError, "The server answered \"not modified\" to a question without conditions.", status)
                : new FetchResult.NotModified(ResponseHeaders.FreshFor(response, _clock.GetUtcNow()), trip.MovedTo),
            >= 200 and < 300 and not 206 => await PageAsync(trip, response, ct),
            _ => Refused(response, status),
        };
    }

    private HttpRequestMessage Message(FetchTrip trip)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, trip.Url);
        Add("User-Agent", _userAgent);
        Add("Accept", trip.Request.Accept);
        Add("Accept-Encoding", "gzip, deflate, br");
        Add("If-None-Match", trip.Validators.ETag);
        Add("If-Modified-Since", trip.Validators.LastModified);
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private async Task<FetchResult> PageAsync(FetchTrip trip, HttpResponseMessage response, CancellationToken ct)
    {
        if (await ResponseBody.ReadAsync(response.Content, trip.Request, ct) is not var (body, isCut))
        {
            return Failed(OutcomeClass.TooLarge, FormattableString.Invariant($"The body is larger than {trip.Request.MaxBytes:N0} bytes."), (int)response.StatusCode);
        }

        return new FetchResult.Page(
            trip.Url, body, ResponseHeaders.ContentType(response), isCut ? Validators.None : ResponseHeaders.Validators(response), trip.MovedTo, ResponseHeaders.FreshFor(response, _clock.GetUtcNow()))
        {
            Links = ResponseHeaders.Links(response),
            IsCut = isCut,
        };
    }

    private FetchResult.Failed Refused(HttpResponseMessage response, int status)
    {
        var outcome = status switch
        {
            410 => OutcomeClass.Gone,
            429 or 503 => OutcomeClass.RateLimited,
            _ => OutcomeClass.HttpError,
        };
        // The server's own phrase may say anything; the one of the standard says what the status means.
        using var standard = new HttpResponseMessage(response.StatusCode);
        var name = standard.ReasonPhrase is { Length: > 0 } phrase ? $" ({phrase})" : "";
        return Failed(outcome, $"The server answered {status}{name}.", status) with
        {
            RetryAfter = outcome == OutcomeClass.RateLimited ? ResponseHeaders.RetryAfter(response, _clock.GetUtcNow()) : null,
        };
    }

    private FetchResult.Failed TimedOut(Uri url, bool isConnected) => isConnected
        ? Failed(OutcomeClass.Timeout, FormattableString.Invariant($"{WebAddress.Host(url)} did not answer completely within {Options.Timeout.TotalSeconds:0.#} s."))
        : Failed(OutcomeClass.Timeout, FormattableString.Invariant($"{WebAddress.Host(url)} did not take the connection within {Options.ConnectTimeout.TotalSeconds:0.#} s.")) with { IsUnreachable = true };

    private static FetchResult.Failed Failed(OutcomeClass outcome, string reason, int? status = null) => new(outcome, reason, status, null);
}
