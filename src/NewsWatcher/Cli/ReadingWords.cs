namespace NewsWatcher.Cli;

/// <summary>How an item was read, for people.</summary>
internal static class ReadingWords
{
    public static string Of(string reading) => reading switch
    {
        "read" => "in full",
        "headline" => "headline only",
        "unreadable" => "refused or unreadable",
        "due" => "not read yet",
        _ => reading,
    };
}
