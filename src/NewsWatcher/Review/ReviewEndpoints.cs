using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using NewsWatcher.Review.Pages;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>The review pages: plain, server-rendered, and whole without their script.</summary>
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
        // A form is answered by the process that made it; after a restart the page says to load it again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite, o.Cookie.SecurePolicy) = ("nw-form", SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest));
        LeaveOutKeys(services);
        // Every script is written as it is; what means something in HTML is encoded as ever.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<HealthState>();
        services.AddSingleton<PageWriter>();
        services.AddSingleton<DealPages>();
        services.AddSingleton<ItemPages>();
        services.AddSingleton<InboxPages>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<DecisionForms>();
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
        Map(app, "/inbox", (InboxPages pages, string? deal, long? decided, CancellationToken ct) => pages.ListAsync(deal, decided, ct));
        Map(app, "/items", (ItemPages pages, [AsParameters] ItemSearch search, CancellationToken ct) => pages.ListAsync(search, ct));
        Map(app, "/items/{id:long}", (ItemPages pages, long id, long? decided, CancellationToken ct) => pages.ItemAsync(id, decided, ct));
        Map(app, "/feeds", (FeedPages pages, CancellationToken ct) => pages.ListAsync(ct));
        Map(app, "/feeds/{key}", (FeedPages pages, string key, CancellationToken ct) => pages.FeedAsync(key, ct));
        foreach (var asset in Asset.All)
        {
            Map(app, asset.Address, asset.Get);
        }

        app.MapPost("/claims/{key}", (DecisionForms forms, HttpContext context, string key, CancellationToken ct) => forms.JudgeAsync(context, key, ct));
        app.MapPost("/items/{id:long}/deals", (DecisionForms forms, HttpContext context, long id, CancellationToken ct) => forms.AssignAsync(context, id, ct));
        app.MapPost("/decisions/{id:long}/undo", (DecisionForms forms, HttpContext context, long id, CancellationToken ct) => forms.UndoAsync(context, id, ct));
        Map(app, "/healthz", HealthEndpoints.LiveAsync);
        Map(app, "/readyz", HealthEndpoints.ReadyAsync);
    }

    private static void Map(WebApplication app, string pattern, Delegate handler) => app.MapMethods(pattern, Reading, handler);

    // Data protection would leave keys in the home folder at every start, if there is one. What these pages sign is not to outlive the process.
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
