using System.Buffers;

namespace NewsWatcher.Html;

/// <summary>Where a document begins in a text: behind byte order marks, blanks and the zeros that some servers send before it.</summary>
public static class DocumentStart
{
    private static readonly SearchValues<char> Blank = SearchValues.Create("\uFEFF \t\r\n\0");

    /// <summary>The index of the first character that means something, not before <paramref name="from"/>; the length of the text when there is none.</summary>
    public static int In(string text, int from = 0)
    {
        var start = text.AsSpan(from).IndexOfAnyExcept(Blank);
        return start < 0 ? text.Length : from + start;
    }
}
