namespace NewsWatcher.Configuration;

/// <summary>Text that can be normalised: what is no character (half a surrogate pair, U+FFFE) becomes U+FFFD, one for one, so that offsets stay.</summary>
public static class WellFormed
{
    public static string Of(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\uFFFE', StringComparison.Ordinal) ? string.Create(text.Length, text, Replace) : text;

    private static void Replace(Span<char> formed, string text)
    {
        text.CopyTo(formed);
        for (var i = 0; i < formed.Length; i++)
        {
            if (i + 1 < formed.Length && char.IsSurrogatePair(formed[i], formed[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(formed[i]) || formed[i] == '\uFFFE')
            {
                formed[i] = '\uFFFD';
            }
        }
    }
}
