using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace NewsWatcher.Review;

/// <summary>Lets through what reads, and decisions from a form of our own pages; both only under a name that is ours.</summary>
internal sealed class RequestGate(RequestDelegate next, IOptions<WebOptions> options, IAntiforgery forms)
{
    private readonly List<StringSegment> _hosts = ["localhost", "127.0.0.1", "[::1]", .. options.Value.AllowedHosts.Select(h => new StringSegment(h))];

    public async Task InvokeAsync(HttpContext context)
    {
        if (await RefusalAsync(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    private async Task<int?> RefusalAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Host.HasValue || !HostString.MatchesAny(request.Host.Host, _hosts))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        if (!HttpMethods.IsPost(request.Method) || !options.Value.TakesDecisions)
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return StatusCodes.Status405MethodNotAllowed;
        }

        return await IsOursAsync(context) ? null : StatusCodes.Status403Forbidden;
    }

    // Three signs, of which a foreign page can give none: where the browser says the request comes from, and the token of the form. Since pages are told to send
    // no referrer, browsers write "null" for the origin of a form; where they do not say whether it is the same site either, the token has to do.
    private async Task<bool> IsOursAsync(HttpContext context)
    {
        var (headers, request) = (context.Request.Headers, context.Request);
        var isOwn = headers["Sec-Fetch-Site"] is { Count: > 0 } site ? site == "same-origin"
            : headers.Origin is not { Count: > 0 } origin || origin == "null" || origin == $"{request.Scheme}://{request.Host}";
        try
        {
            return isOwn && request.HasFormContentType && await forms.IsRequestValidAsync(context);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return false;
        }
    }
}
