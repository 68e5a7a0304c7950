using System.Text;
using MimeKit;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Reads the bytes of a mail. The only place that names the mail library.</summary>
internal static class MailMessage
{
    private const int MaxParts = 500;
    private const int MaxName = 512;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 16, RespectContentLength = false };

    /// <summary>Null for what is no mail; damaged ones are read as far as they go.</summary>
    public static MailLetter? Read(byte[] body, CancellationToken ct)
    {
        try
        {
            var trimmed = MailTrim.Of(body);
            using var stream = new MemoryStream(trimmed);
            using var message = MimeMessage.Load(Options, stream, ct);
            return message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.Subject) || message.Headers.Contains(HeaderId.MessageId) ? Letter(message, trimmed) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static MailLetter Letter(MimeMessage message, byte[] body)
    {
        var sender = message.From.Mailboxes.FirstOrDefault();
        var list = ListName(message.Headers[HeaderId.ListId]);
        var (html, text) = Texts(message.Body);
        return new()
        {
            Subject = PlainText.Cut(PlainText.Spaced(message.Subject ?? ""), EntryReader.MaxTitle),
            MessageId = message.MessageId is { Length: > 0 } id ? id : null,
            Date = message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue ? message.Date : null,
            SenderName = Name(list) ?? Name(sender?.Name),
            SenderUrl = sender?.Domain is { Length: > 0 } domain && CanonicalUrl.Of($"https://{domain}/") is { } url ? url.AbsoluteUri : null,
            ArchivedAt = message.Headers["Archived-At"]?.Trim(' ', '<', '>') is { } archived && CanonicalUrl.Of(archived) is not null ? archived : null,
            Unsubscribe = message.Headers[HeaderId.ListUnsubscribe] ?? "",
            Html = html,
            Text = text,
            IsWhole = IsWhole(message.Body, body),
        };
    }

    // "Example Weekly <weekly.example.com>"
    private static string? ListName(string? listId) => listId?.IndexOf('<', StringComparison.Ordinal) is { } end && end > 0 ? listId[..end].Trim(' ', '"') : null;

    private static string? Name(string? name) => string.IsNullOrWhiteSpace(name) ? null : PlainText.Cut(PlainText.Spaced(name), MaxName);

    // The first of each kind that is shown. A mail that is attached is somebody else's and not looked into.
    private static (string? Html, string? Text) Texts(MimeEntity? root)
    {
        var (html, text) = ((string?)null, (string?)null);
        var open = new Stack<MimeEntity>();
        for (var entity = root; entity is not null; entity = open.Count > 0 ? open.Pop() : null)
        {
            if (entity is Multipart several)
            {
                foreach (var part in several.Take(MaxParts).Reverse())
                {
                    open.Push(part);
                }
            }
            else if (entity is TextPart { IsAttachment: false } part)
            {
                html ??= part.IsHtml ? Decoded(part) : null;
                text ??= part.IsPlain ? Decoded(part) : null;
            }
        }

        return (html, text);
    }

    private static string? Decoded(TextPart part)
    {
        using var decoded = new MemoryStream();
        part.Content?.DecodeTo(decoded);
        var text = Charsets.Decode(decoded.GetBuffer().AsSpan(0, (int)decoded.Length), $"text/html; charset={part.ContentType.Charset}");
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static bool IsWhole(MimeEntity? root, byte[] body) =>
        root is not Multipart { Boundary: { Length: > 0 } boundary } || body.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes($"--{boundary}--")) >= 0;
}
