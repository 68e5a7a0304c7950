using System.Buffers;

namespace NewsWatcher.Outputs;

/// <summary>Addresses as they can be typed into any shell: what a shell would take for its own is percent-encoded, the rest quoted.</summary>
internal static class ShellText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/._-~,=@+");

    public static string Of(Uri url)
    {
        var text = url.AbsoluteUri.Replace("$", "%24", StringComparison.Ordinal).Replace("`", "%60", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("'", "%27", StringComparison.Ordinal).Replace("!", "%21", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
        return text.AsSpan().ContainsAnyExcept(Plain) ? $"\"{text}\"" : text;
    }
}
