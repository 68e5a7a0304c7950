using System.Xml;

namespace NewsWatcher.Feeds;

internal delegate string Decode(ReadOnlySpan<char> text);

/// <summary>Reads the attributes of a tag as they come: with, without or with half of their quotes.</summary>
internal static class LooseAttributes
{
    private const int Max = 256;

    /// <summary>Leaves <paramref name="at"/> behind the tag; true when the tag closes itself.</summary>
    public static bool Read(string text, ref int at, List<(string Prefix, string Local, string Value)> attributes, Decode decode)
    {
        var slash = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '>')
            {
                at++;
                return slash;
            }

            if (c == '<')
            {
                // A new tag begins where this one should have ended.
                return slash;
            }

            if (!XmlConvert.IsStartNCNameChar(c))
            {
                slash = c == '/' || (slash && char.IsWhiteSpace(c));
                at++;
                continue;
            }

            slash = false;
            var attribute = One(text, ref at, decode);
            if (attributes.Count < Max)
            {
                attributes.Add(attribute);
            }
        }

        return slash;
    }

    public static string NcName(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && XmlConvert.IsNCNameChar(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static (string, string, string) One(string text, ref int at, Decode decode)
    {
        var (prefix, local) = ("", NcName(text, ref at));
        if (at + 1 < text.Length && text[at] == ':' && XmlConvert.IsStartNCNameChar(text[at + 1]))
        {
            at++;
            (prefix, local) = (local, NcName(text, ref at));
        }

        var after = at;
        SkipSpace(text, ref after);
        if (after >= text.Length || text[after] != '=')
        {
            return (prefix, local, "");
        }

        at = after + 1;
        SkipSpace(text, ref at);
        return (prefix, local, Clean(decode(Value(text, ref at))));
    }

    private static ReadOnlySpan<char> Value(string text, ref int at)
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var quote = text[at++];
            var end = text.IndexOf(quote, at);
            end = end < 0 ? text.Length : end;
            var value = text.AsSpan(at, end - at);
            at = Math.Min(text.Length, end + 1);
            return value;
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<'))
        {
            at++;
        }

        return text.AsSpan(start, at - start);
    }

    private static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static string Clean(string value) =>
        value.All(XmlConvert.IsXmlChar) ? value : string.Concat(value.Where(XmlConvert.IsXmlChar));
}
