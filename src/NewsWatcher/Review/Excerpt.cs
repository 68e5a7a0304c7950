namespace NewsWatcher.Review;

/// <summary>The beginning or the end of a text, with a sign that it was cut. No cut goes through a surrogate pair.</summary>
internal static class Excerpt
{
    public static string Start(string text, int length) => text.Length <= length ? text : text[..Whole(text, length)] + "…";

    public static string End(string text, int length) => text.Length <= length ? text : "…" + text[Whole(text, text.Length - length)..];

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at + 1 : at;
}
