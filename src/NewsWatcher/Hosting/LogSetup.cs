using Microsoft.Extensions.Logging.Console;

namespace NewsWatcher.Hosting;

/// <summary>Logs on standard error: lines on a terminal, JSON otherwise, unless Log:Format says "text" or "json". Log:Level says from which weight.</summary>
internal static class LogSetup
{
    public static IServiceCollection AddLogs(this IServiceCollection services, IConfiguration settings, LogLevel level) => services.AddLogging(logs =>
    {
        var isJson = settings["Log:Format"] switch
        {
            "json" => true,
            "text" => false,
            _ => Console.IsErrorRedirected,
        };
        logs.ClearProviders();
        logs.SetMinimumLevel(settings.GetValue("Log:Level", level));
        logs.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        // Faults of one's own start are told by the boundary, once.
        logs.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logs.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = isJson ? ConsoleFormatterNames.Json : "line";
        });
        logs.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logs.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        logs.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = isJson ? ConsoleFormatterNames.Json : "line");
    });
}
