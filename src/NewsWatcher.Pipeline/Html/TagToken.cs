namespace NewsWatcher.Html;

/// <summary>One tag of some markup: half-open bounds, its name in lower case, and where its attributes are cut.</summary>
internal readonly record struct TagToken(int Start, int End, string Name, bool IsEnd, bool WasCut)
{
    private const int MaxAttributes = 100;
    private const int MaxNameLength = 40;

    /// <summary>The tag that begins at <paramref name="start"/>; null when there is none, or it never ends.</summary>
    public static TagToken? At(string markup, int start)
    {
        var isEnd = start + 1 < markup.Length && markup[start + 1] == '/';
        var i = start + (isEnd ? 2 : 1);
        if (i >= markup.Length || !char.IsAsciiLetter(markup[i]))
        {
            return null;
        }

        var nameStart = i;
        while (i < markup.Length && !IsSpace(markup[i]) && markup[i] is not ('/' or '>'))
        {
            i++;
        }

        if (i - nameStart > MaxNameLength)
        {
            return AfterAttributes(markup, i, new(start, 0, "x-long", isEnd, true));
        }

        return AfterAttributes(markup, i, new(start, 0, markup[nameStart..i].ToLowerInvariant(), isEnd, false));
    }

    /// <summary>The text of the tag, without what was cut.</summary>
    public string Kept(string markup) => WasCut ? $"<{(IsEnd ? "/" : "")}{Name}>" : markup[Start..End];

    private static TagToken? AfterAttributes(string markup, int i, TagToken token)
    {
        var attributes = 0;
        while (i < markup.Length)
        {
            if (markup[i] == '>')
            {
                return token with { End = i + 1, WasCut = token.WasCut || attributes > MaxAttributes };
            }

            if (IsSpace(markup[i]) || markup[i] == '/')
            {
                i++;
                continue;
            }

            attributes++;
            i = AfterValue(markup, AfterName(markup, i));
        }

        return null;
    }

    private static int AfterName(string markup, int i)
    {
        // A leading "=" is part of the name.
        for (i++; i < markup.Length && !IsSpace(markup[i]) && markup[i] is not ('/' or '>' or '=');)
        {
            i++;
        }

        return i;
    }

    private static int AfterValue(string markup, int i)
    {
        var equals = SkipSpace(markup, i);
        if (equals >= markup.Length || markup[equals] != '=')
        {
            return i;
        }

        i = SkipSpace(markup, equals + 1);
        if (i < markup.Length && markup[i] is '"' or '\'')
        {
            var close = markup.IndexOf(markup[i], i + 1);
            return close < 0 ? markup.Length : close + 1;
        }

        while (i < markup.Length && !IsSpace(markup[i]) && markup[i] != '>')
        {
            i++;
        }

        return i;
    }

    private static int SkipSpace(string markup, int i)
    {
        while (i < markup.Length && IsSpace(markup[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
