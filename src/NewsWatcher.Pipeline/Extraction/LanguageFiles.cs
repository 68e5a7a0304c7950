using System.Collections.Concurrent;
using System.Reflection;

namespace NewsWatcher.Extraction;

/// <summary>The word lists of the readers: one folder a language below Languages/, embedded, so that a language is added by adding files.</summary>
public static class LanguageFiles
{
    private static readonly Assembly Home = typeof(LanguageFiles).Assembly;
    private static readonly ConcurrentDictionary<string, string?> Read = new(StringComparer.Ordinal);

    /// <summary>Every language that has a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Home.GetManifestResourceNames()
        .Where(n => n.StartsWith("Extraction/Languages/", StringComparison.Ordinal))
        .Select(n => n.Split('/')[2])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The lines of a list in every language that has it, without blank ones.</summary>
    public static IEnumerable<string> Lines(string file) => Languages.SelectMany(l => Lines(l, file));

    /// <summary>The lines of one language's list, without blank ones; none when it has no such list.</summary>
    public static IEnumerable<string> Lines(string language, string file) =>
        (Text(language, file) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text of Languages/<paramref name="language"/>/<paramref name="file"/>; null when the language has no such list.</summary>
    public static string? Text(string language, string file) =>
        Read.GetOrAdd($"Extraction/Languages/{language}/{file}", static name =>
        {
            using var stream = Home.GetManifestResourceStream(name);
            if (stream is null)
            {
                return null;
            }

            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        });
}
