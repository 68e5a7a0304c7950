namespace NewsWatcher.Feeds;

/// <summary>What the links of newsletters say that lead to no story, in the languages of the word list.</summary>
internal static class MailWords
{
    private const int MaxLabel = 80;

    private static readonly ILookup<string, string> Phrases = FeedWords.Read("newsletter").ToLookup(l => l[0], l => string.Join(' ', l[1..]), StringComparer.Ordinal);

    /// <summary>About the subscription itself: such a link is never followed, and a footer begins with it.</summary>
    public static bool IsAboutLeaving(string text, string? address) =>
        Says(text, "leave") || (address is not null && Phrases["path"].Any(p => address.Contains(p, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A label of the frame around the stories: "View in browser".</summary>
    public static bool IsFrame(string text) => text.Length <= MaxLabel && Says(text, "other");

    /// <summary>Long enough to be a headline, and no label.</summary>
    public static bool IsTelling(string text)
    {
        var (letters, dense, words) = (0, 0, 1);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            dense += c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
            words += c == ' ' ? 1 : 0;
        }

        return (dense >= 8 || (letters >= 15 && words >= 3)) && !FeedUrl.IsWeb(text) && !IsFrame(text) && !Says(text, "leave") && !Begins(text, "more");
    }

    // "Read more about this": a headline may hold such words, and does not begin with them.
    private static bool Begins(string text, string kind) => text.Length <= MaxLabel && Phrases[kind].Any(p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static bool Says(string text, string kind)
    {
        var lower = text.Length > 400 ? text[..400].ToLowerInvariant() : text.ToLowerInvariant();
        return Phrases[kind].Any(p => IsWord(lower, p));
    }

    private static bool IsWord(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if (phrase[0] >= '\u3000' || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))))
            {
                return true;
            }
        }

        return false;
    }
}
