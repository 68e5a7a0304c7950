using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace NewsWatcher.Review;

/// <summary>Lets through what only reads, and only under a name that is ours.</summary>
internal sealed class RequestGate(RequestDelegate next, IOptions<WebOptions> options)
{
    private readonly List<StringSegment> _hosts = ["localhost", "127.0.0.1", "[::1]", .. options.Value.AllowedHosts.Select(h => new StringSegment(h))];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Host.HasValue || !HostString.MatchesAny(context.Request.Host.Host, _hosts))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        return next(context);
    }
}
