using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;

namespace NewsWatcher.Feeds;

/// <summary>A feed's head and entries as elements. The only place that names the feed library.</summary>
/// <remarks>The library finds the entries of a shaped document. Its own dates (zone dropped), Atom links (the last one wins), authors
/// and contents are not used: fields are read from the elements.</remarks>
internal sealed record FeedDocument(XElement Head, IReadOnlyList<XElement> Entries)
{
    private const int MaxDateChars = 200;

    public static FeedDocument Of(XDocument shaped)
    {
        var root = shaped.Root ?? throw new ArgumentException("a shaped feed has a root", nameof(shaped));
        var own = root.Name == FeedNames.Atom + "feed"
            ? new FeedDocument(root, [.. root.Elements(FeedNames.Atom + "entry")])
            : new FeedDocument(root.Element("channel") ?? root, [.. root.Elements("channel").Elements("item")]);
        return Library(shaped, own.Entries.Count) ?? own;
    }

    // The library throws whatever a field happens to make it throw; the shaped document then serves as it is.
#pragma warning disable CA1031
    private static FeedDocument? Library(XDocument shaped, int entries)
    {
        try
        {
            BoundDates(shaped);
            var feed = CodeHollow.FeedReader.FeedReader.ReadFromString(shaped.ToString(SaveOptions.DisableFormatting));
            List<XElement> found = [.. feed.Items.Select(i => i.SpecificItem.Element)];
            return found.Count == entries && feed.SpecificFeed is BaseFeed { Element: { } head } ? new FeedDocument(head, found) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
#pragma warning restore CA1031

    private static void BoundDates(XDocument shaped)
    {
        foreach (var text in shaped.DescendantNodes().OfType<XText>().Where(t => t.Value.Length > MaxDateChars).ToList())
        {
            if (text.Parent is { } parent && parent.Name.LocalName.Contains("date", StringComparison.OrdinalIgnoreCase))
            {
                text.Value = text.Value[..MaxDateChars];
            }
        }
    }
}
