namespace NewsWatcher.Extraction.Names;

/// <summary>The forms in which a configured term may be printed: singular and plural, both spellings of a centre.</summary>
internal static class WordForms
{
    public static IEnumerable<string> Of(string folded)
    {
        yield return folded;
        if (folded.Length == 0 || folded[^1] is < 'a' or > 'z')
        {
            yield break;
        }

        foreach (var form in Numbers(folded))
        {
            yield return form;
        }

        if (folded.Contains("center", StringComparison.Ordinal) || folded.Contains("centre", StringComparison.Ordinal))
        {
            var other = folded.Contains("center", StringComparison.Ordinal)
                ? folded.Replace("center", "centre", StringComparison.Ordinal) : folded.Replace("centre", "center", StringComparison.Ordinal);
            yield return other;
            foreach (var form in Numbers(other))
            {
                yield return form;
            }
        }
    }

    private static IEnumerable<string> Numbers(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
        else if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            yield return word[..^1];
        }
        else if (word.Length > 3 && word[^1] != 's')
        {
            yield return word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u') ? word[..^1] + "ies" : word + "s";
        }
    }
}
