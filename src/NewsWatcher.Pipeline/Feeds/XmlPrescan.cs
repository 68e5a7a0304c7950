using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Looks a text over before an XML reader does: that one keeps every open element and every attribute of a tag, a few hundred bytes each, whatever their number.</summary>
internal static class XmlPrescan
{
    public const int MaxDepth = 256;
    public const int MaxAttributes = 256;

    /// <summary>Whether no element lies too deep and no tag has too many attributes. What is ill-formed may be told either way: the reader stops there.</summary>
    public static bool IsModest(ReadOnlySpan<char> xml)
    {
        var (depth, at) = (0, 0);
        while (xml[at..].IndexOf('<') is >= 0 and var next)
        {
            Steps.Count(next + 1);
            at += next;
            var rest = xml[at..];
            if (rest.StartsWith("<!--") || rest.StartsWith("<![CDATA[") || rest.StartsWith("<?"))
            {
                at += Quiet(rest);
                continue;
            }

            if (rest.StartsWith("<!"))
            {
                at += Declaration(rest);
                continue;
            }

            var (length, attributes) = Tag(rest);
            depth += rest.StartsWith("</") ? -1 : rest[..length].EndsWith("/>") ? 0 : 1;
            if (depth > MaxDepth || attributes > MaxAttributes)
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    // Of a comment, a passage of plain characters or an instruction.
    private static int Quiet(ReadOnlySpan<char> rest) => rest[1] == '?' ? Through(rest, "?>") : rest[2] == '-' ? 4 + Through(rest[4..], "-->") : Through(rest, "]]>");

    // What is declared within lies between brackets of its own, and may stand in quotes.
    private static int Declaration(ReadOnlySpan<char> rest)
    {
        var open = 0;
        for (var at = 0; at < rest.Length; at++)
        {
            Steps.Count();
            var here = rest[at..];
            if (here.StartsWith("<!--") || here.StartsWith("<?"))
            {
                at += Quiet(here) - 1;
            }
            else if (here[0] is '"' or '\'')
            {
                at += Through(here[1..], here[..1]);
            }
            else if (here[0] == '<')
            {
                open++;
            }
            else if (here[0] == '>' && --open == 0)
            {
                return at + 1;
            }
        }

        return rest.Length;
    }

    private static (int Length, int Attributes) Tag(ReadOnlySpan<char> rest)
    {
        var (attributes, at) = (0, 1);
        while (attributes <= MaxAttributes && rest[at..].IndexOfAny(">=\"'") is >= 0 and var next)
        {
            Steps.Count(next + 1);
            at += next + 1;
            switch (rest[at - 1])
            {
                case '>':
                    return (at, attributes);
                case '=':
                    attributes++;
                    break;
                default:
                    at += Through(rest[at..], rest.Slice(at - 1, 1));
                    break;
            }
        }

        return (rest.Length, attributes);
    }

    private static int Through(ReadOnlySpan<char> rest, ReadOnlySpan<char> mark)
    {
        var end = rest.IndexOf(mark);
        var through = end < 0 ? rest.Length : end + mark.Length;
        Steps.Count(through);
        return through;
    }
}
