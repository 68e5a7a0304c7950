using System.Security.Cryptography;
using System.Text;

namespace NewsWatcher.Feeds;

/// <summary>What makes an entry the same one at the next poll: its id, else its link, else a hash of what it says.</summary>
public static class EntryKey
{
    public const int MaxIdChars = 4096;

    /// <summary>The keys of one document's entries. A feed that gives several entries one id is known by its links from then on.</summary>
    /// <param name="byLink">Whether this feed was already found to repeat ids; comes back as what to remember.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Entry> entries, ref bool byLink)
    {
        byLink |= entries.Where(e => e.Id is not null).GroupBy(e => e.Id, StringComparer.Ordinal).Any(g => g.Select(e => (Link(e), e.Title)).Distinct().Count() > 1);
        var linksOnly = byLink;
        return [.. entries.Select(e => Of(e, linksOnly))];
    }

    public static string Of(Entry entry, bool byLink) =>
        !byLink && entry.Id is { } id ? "id:" + id : Link(entry) is { } link ? "link:" + link : "hash:" + Hashed(entry.Title + "\n" + (entry.Content ?? entry.Summary));

    internal static string Hashed(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Link(Entry entry) => CanonicalUrl.Identity(entry.Link);
}
