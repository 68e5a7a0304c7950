using System.Globalization;
using System.Text;

namespace NewsWatcher.Configuration;

/// <summary>Ids: lower-case Latin letters, digits and hyphens, at most 64.</summary>
public static class ConfigId
{
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= 64 && id[0] != '-' && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>An id made from a name; "x-" and its code points when nothing Latin is in it, so that it never is empty.</summary>
    public static string From(string name)
    {
        var id = new StringBuilder();
        foreach (var c in WellFormed.Of(name).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                id.Append(c);
            }
            else if (id is [.., not '-'] && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                id.Append('-');
            }
        }

        var made = id.ToString().Trim('-');
        if (made.Length == 0)
        {
            made = "x-" + string.Join('-', name.EnumerateRunes().Take(8).Select(r => r.Value.ToString("x", CultureInfo.InvariantCulture)));
        }

        return made.Length > 64 ? made[..64].TrimEnd('-') : made;
    }
}
