using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>What makes an entry the same one at the next poll: its id, else its link (with its title, where
/// one link carries several), else a hash of what it says.</summary>
public static class EntryKey
{
    public const int MaxIdChars = 4096;

    /// <summary>The keys of one document's entries. A feed that gives several entries one id is known by its links from then on; one that gives several
    /// titles one link, by both.</summary>
    /// <param name="byLink">Whether this feed was already found to repeat ids; comes back as what to remember.</param>
    /// <param name="byTitle">Whether this feed was already found to repeat links; comes back as what to remember.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Entry> entries, ref bool byLink, ref bool byTitle)
    {
        byLink |= entries.Where(e => e.Id is not null).GroupBy(e => e.Id, StringComparer.Ordinal).Any(g => g.Select(e => (Link(e), e.Title)).Distinct().Count() > 1);
        var linksOnly = byLink;
        byTitle |= entries.Where(e => (linksOnly || e.Id is null) && Link(e) is not null).GroupBy(Link, StringComparer.Ordinal)
            .Any(g => g.Select(e => Folded(e.Title)).Distinct(StringComparer.Ordinal).Skip(1).Any());
        var withTitle = byTitle;
        return [.. entries.Select(e => Of(e, linksOnly, withTitle))];
    }

    private static string Of(Entry entry, bool byLink, bool byTitle) =>
        !byLink && entry.Id is { } id ? "id:" + id
            : Link(entry) is { } link ? "link:" + link + (byTitle ? " " + Hashed(Folded(entry.Title)) : "")
            : "hash:" + Hashed(entry.Title + "\n" + (entry.Content ?? entry.Summary));

    internal static string Hashed(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Folded(string title) =>
        new([.. WellFormed.Of(title).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c))]);

    private static string? Link(Entry entry) => CanonicalUrl.Identity(entry.Link);
}
