namespace NewsWatcher.Articles;

/// <summary>Tells what a story can be read from: HTML and plain text.</summary>
internal static class PageContent
{
    private const int SniffedBytes = 512;

    /// <summary>One readable sentence; null when the page may be read.</summary>
    public static string? Refusal(byte[] body, string? contentType)
    {
        var type = (contentType?.Split(';', 2)[0] ?? "").Trim().ToLowerInvariant();
        var head = body.AsSpan(0, Math.Min(body.Length, SniffedBytes));
        if (type == "application/pdf" || head.StartsWith("%PDF-"u8))
        {
            return "The page is a PDF.";
        }

        var isText = type is "" or "text/html" or "application/xhtml+xml" or "text/plain" or "application/xml" or "text/xml";
        // Servers that know no type send this one, and the bytes decide.
        if (!isText && type is not ("application/octet-stream" or "binary/octet-stream" or "unknown/unknown"))
        {
            return type.Length <= 80 && type.All(c => c is > ' ' and <= '~') ? $"The page is of the type {type}, which holds no story to read." : "The page is of an unreadable type.";
        }

        return LooksBinary(head) ? "The page is binary data." : null;
    }

    // UTF-16 text has many zero bytes too, and says so with a byte order mark.
    private static bool LooksBinary(ReadOnlySpan<byte> head) =>
        head is not ([0xfe, 0xff, ..] or [0xff, 0xfe, ..]) && (head.Contains((byte)0) || head is [0x1f, 0x8b, ..] or [0x50, 0x4b, 0x03, 0x04, ..] or [0x89, 0x50, 0x4e, 0x47, ..] or [0xff, 0xd8, 0xff, ..]);
}
