namespace NewsWatcher.Feeds;

/// <summary>What one mail says.</summary>
internal sealed record MailLetter
{
    public string Subject { get; init; } = "";

    /// <summary>Without angle brackets; null when the mail has none.</summary>
    public string? MessageId { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>Who writes: the name of the list, else that of the sender.</summary>
    public string? SenderName { get; init; }

    /// <summary>The sender's host as an address; null when there is none.</summary>
    public string? SenderUrl { get; init; }

    /// <summary>Where the list keeps the mail for everybody to read (RFC 5064).</summary>
    public string? ArchivedAt { get; init; }

    /// <summary>The header that tells mail programs how to leave the list, as it stands.</summary>
    public string Unsubscribe { get; init; } = "";

    public string? Html { get; init; }

    public string? Text { get; init; }

    /// <summary>False for a mail whose last part never ends: it is still being delivered, or was cut off.</summary>
    public bool IsWhole { get; init; } = true;
}
