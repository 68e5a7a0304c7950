using System.Text.Json;
using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>The closed outcome classes as the database and the outside see them: ok, not_modified, parse_error …</summary>
public static class OutcomeWords
{
    public static string Of(OutcomeClass outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());

    public static OutcomeClass Read(string word) => Enum.GetValues<OutcomeClass>().Single(o => string.Equals(Of(o), word, StringComparison.Ordinal));
}
