using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>What one file of a mail folder gave.</summary>
/// <param name="State">Size, time and manner of reading: while they stay, the file is not read again.</param>
/// <param name="Fault">Why nothing could be read, for a list of names; null when it could.</param>
internal sealed record MailFile(string State, DateTimeOffset? Date, IReadOnlyList<Entry> Entries, string? Fault)
{
    /// <summary>Whether the same file may well be read the next time: it was locked, or its rights were not set yet.</summary>
    public bool MayPass { get; private init; }

    public static async Task<MailFile> ReadAsync(string folder, string path, long length, string state, MailEntries each, long max, CancellationToken ct)
    {
        if (!LocalFile.IsInside(folder, path))
        {
            return Unread(state, "leads out of the folder");
        }

        // Pipes and devices have no length either: opening one would wait for ever.
        if (length == 0)
        {
            return Unread(state, "is empty");
        }

        try
        {
            return await LocalFile.ReadAsync(path, max, ct) is { } body ? Read(body, Path.GetFileName(path), state, each, ct) : Unread(state, FormattableString.Invariant($"is larger than {max:N0} bytes"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unread(state, $"cannot be read: {e.GetType().Name}") with { MayPass = true };
        }
    }

    private static MailFile Read(byte[] body, string name, string state, MailEntries each, CancellationToken ct)
    {
        if (MailMessage.Read(body, ct) is not { } letter)
        {
            return Unread(state, "is no mail");
        }

        var stories = each == MailEntries.Mail ? [] : letter.Html is { } html ? MailStories.Of(html, letter.Unsubscribe) : MailLines.Of(letter.Text ?? "", letter.Unsubscribe);
        if (stories.Count == 0 && each == MailEntries.Story && !letter.IsWhole)
        {
            // As a whole it would be an item of its own beside the stories that are still to come.
            return Unread(state, "ends in the middle, and is read again once it is complete");
        }

        var entries = stories.Count > 0 ? stories : [Whole(letter, name)];
        return new(state, letter.Date, [.. entries.Select(e => e with { Published = letter.Date, SourceName = letter.SenderName, SourceUrl = letter.SenderUrl })], null);
    }

    private static Entry Whole(MailLetter letter, string name) => new()
    {
        Id = letter.MessageId is { } id ? $"mail:{id}" : $"file:{name}",
        Title = letter.Subject.Length > 0 ? letter.Subject : PlainText.Cut(PlainText.Spaced(letter.Text ?? PlainText.OfHtml(letter.Html ?? "")), 100),
        Link = letter.ArchivedAt,
        Content = letter.Html is { } html ? PlainText.Cut(html, EntryReader.MaxContent) : letter.Text is { } text ? PlainText.Cut(PlainText.Escaped(text), EntryReader.MaxContent) : null,
    };

    private static MailFile Unread(string state, string fault) => new(state, null, [], fault);
}
