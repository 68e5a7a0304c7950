using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>A name without what registers add to it: "Inc.", "Co., Ltd.", 株式会社, "Oyj".</summary>
internal static class PartyName
{
    private static readonly string[] Forms = [.. LanguageFiles.Lines("legal-forms.txt")
        .Select(FoldedPassage.Fold)
        .Where(f => f.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(f => f.Length)];

    /// <summary>The folded name without legal forms at its end or, in dense scripts, at its beginning. A name that is nothing else stays.</summary>
    public static string Fold(string name)
    {
        var folded = FoldedPassage.Fold(name).Trim('"', '\'', ',', '.', ' ');
        while (Shorter(folded) is { Length: > 0 } shorter)
        {
            folded = shorter;
        }

        return folded;
    }

    private static string? Shorter(string folded)
    {
        foreach (var form in Forms)
        {
            var dense = form[0] >= '\u2E80';
            if (folded.Length <= form.Length || (folded[^1] != form[^1] && folded[0] != form[0]))
            {
                continue;
            }

            if (folded.EndsWith(form, StringComparison.Ordinal) && (dense || folded[^(form.Length + 1)] is ' ' or ','))
            {
                return folded[..^form.Length].TrimEnd(' ', ',', '.');
            }

            if (dense && folded.StartsWith(form, StringComparison.Ordinal))
            {
                return folded[form.Length..].TrimStart(' ', '・');
            }
        }

        return null;
    }
}
