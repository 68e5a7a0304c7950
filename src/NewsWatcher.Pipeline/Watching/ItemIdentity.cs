using System.Text;
using NewsWatcher.Deals;

namespace NewsWatcher.Watching;

/// <summary>By what two feeds are known to show one item: its canonical link and its folded title.</summary>
internal static class ItemIdentity
{
    /// <summary>Letters and digits alone, in one case and width.</summary>
    public static string FoldedTitle(string title)
    {
        try
        {
            return ClaimKey.Fold(title.Normalize(NormalizationForm.FormKC));
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair cannot be normalised.
            return ClaimKey.Fold(title);
        }
    }
}
