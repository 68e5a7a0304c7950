using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using NewsWatcher.Review.Pages;

namespace NewsWatcher.Review;

/// <summary>The review pages: plain, server-rendered, read-only.</summary>
internal static class ReviewEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers the pages and where they are served. Expects the stores, AppPaths, CurrentCatalog and a TimeProvider among the services.</summary>
    public static void AddReview(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<WebOptions>>(Listen);
        services.AddRazorComponents();
        LeaveOutKeys(services);
        // Every script is written as it is; what means something in HTML is encoded as ever.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<HealthState>();
        services.AddSingleton<PageWriter>();
        services.AddSingleton<DealPages>();
        services.AddSingleton<ItemPages>();
        services.AddSingleton<FeedPages>();
    }

    public static void MapReview(this WebApplication app)
    {
        app.Use(next => context => ResponseHeaders.AddAsync(context, next));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowProblemAsync });
        app.UseStatusCodePages(problem => ShowProblemAsync(problem.HttpContext));
        app.UseMiddleware<RequestGate>();
        app.UseRouting();
        Map(app, "/", (DealPages pages, CancellationToken ct) => pages.HomeAsync(ct));
        Map(app, "/deals/{**id}", (DealPages pages, string? id, string? asOf, CancellationToken ct) => pages.DealAsync(id, asOf, ct));
        Map(app, "/items", (ItemPages pages, [AsParameters] ItemSearch search, CancellationToken ct) => pages.ListAsync(search, ct));
        Map(app, "/items/{id:long}", (ItemPages pages, long id, CancellationToken ct) => pages.ItemAsync(id, ct));
        Map(app, "/feeds", (FeedPages pages, CancellationToken ct) => pages.ListAsync(ct));
        Map(app, "/feeds/{key}", (FeedPages pages, string key, CancellationToken ct) => pages.FeedAsync(key, ct));
        Map(app, StyleSheet.Address, StyleSheet.Get);
        Map(app, "/healthz", HealthEndpoints.LiveAsync);
        Map(app, "/readyz", HealthEndpoints.ReadyAsync);
    }

    private static void Map(WebApplication app, string pattern, Delegate handler) => app.MapMethods(pattern, Reading, handler);

    // Rendering brings data protection along, which at every start would leave keys in the home folder, if there is one. These pages encrypt nothing.
    private static void LeaveOutKeys(IServiceCollection services)
    {
        foreach (var keys in services.Where(s => s.ServiceType == typeof(IHostedService) && IsDataProtection(s.ImplementationType)).ToList())
        {
            services.Remove(keys);
        }
    }

    private static bool IsDataProtection(Type? type) => type?.FullName?.StartsWith("Microsoft.AspNetCore.DataProtection.", StringComparison.Ordinal) == true;

    private static void Listen(KestrelServerOptions kestrel, IOptions<WebOptions> options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 100;
        try
        {
            if (options.Value is { ListenAddress: { } address } web)
            {
                kestrel.Listen(address, web.Port);
            }
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            // A host is built before its settings are checked: the check at its start tells what is wrong, and nothing is served.
        }
    }

    private static Task ShowProblemAsync(HttpContext context)
    {
        var view = ProblemView.Of(context.Response.StatusCode);
        var writer = context.RequestServices.GetRequiredService<PageWriter>();
        return writer.Page<ProblemPage, ProblemView>(view, view.Status).ExecuteAsync(context);
    }
}
