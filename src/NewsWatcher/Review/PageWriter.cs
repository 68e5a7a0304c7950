using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsWatcher.Hosting;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>Turns a view into a response: rendered on the server in one piece.</summary>
internal sealed class PageWriter(AppPaths paths, TimeProvider clock, CurrentCatalog catalog, IOptions<WebOptions> options)
{
    public RazorComponentResult<TPage> Page<TPage, TView>(TView view, int status = StatusCodes.Status200OK)
        where TPage : ReviewPage<TView>
    {
        var frame = new PageFrame(options.Value.TakesDecisions, paths.IsDemo, clock.GetUtcNow(), [.. catalog.Problems.Select(p => (p with { File = Path.GetFileName(p.File) }).ToString())]);
        return new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Frame"] = frame, ["View"] = view })
        {
            PreventStreamingRendering = true,
            StatusCode = status,
        };
    }
}
