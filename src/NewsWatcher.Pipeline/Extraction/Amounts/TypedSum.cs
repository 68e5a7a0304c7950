namespace NewsWatcher.Extraction.Amounts;

/// <summary>Sums as people type them: "550 billion USD", "up to $44bn", "80兆円".</summary>
public static class TypedSum
{
    // Nobody says in which language a sum is typed; English goes first.
    private static readonly string[] Languages = ["en", .. LanguageFiles.Languages.Where(l => l is not "en")];

    private const string AnyCurrency = "USD";

    /// <summary>Null for what is not exactly one sum of money.</summary>
    public static Amount? Read(string text) =>
        Languages.Select(l => AmountReader.Read(new Passage(text, InTitle: false, l))).FirstOrDefault(a => a is [{ Currency.Length: 3 }]) is [var sum] ? sum : null;

    /// <summary>The same, where the currency may be left out: it is null then.</summary>
    public static Amount? ReadBare(string text) =>
        Read(text) ?? (Read($"{text} {AnyCurrency}") is { } sum && !text.AsSpan(0, sum.Evidence.Start).ContainsAnyInRange('0', '9') ? sum with { Text = text.Trim(), Currency = null } : null);
}
