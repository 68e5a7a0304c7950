using System.Text.Json;

namespace NewsWatcher.Outputs;

/// <summary>Enum values as the outside writes them: "upTo", "revenueOrProfit".</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } known ? Of(known) : null;
}
