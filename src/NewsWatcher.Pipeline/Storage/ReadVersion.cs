using NewsWatcher.Articles;

namespace NewsWatcher.Storage;

/// <summary>One state of an item's text, as far as facts are read from it.</summary>
public sealed record ReadVersion
{
    public long Id { get; init; }

    public long ItemId { get; init; }

    /// <summary>1 for the first.</summary>
    public long Number { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public bool FromPage { get; init; }

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Language { get; init; }

    internal byte[]? Packed { get; init; }

    public Article ToArticle() => new() { Title = Title, Text = Text, Language = Language };

    internal ReadVersion Unpacked() => Packed is not null && PackedTexts.Read(Packed) is [{ } text, ..] ? this with { Text = text, Packed = null } : this;
}
