using System.Globalization;
using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>The entries of a feed as the feed library finds them. The only place that names the library.</summary>
/// <remarks>It is given an outline alone, with what tells entries apart: of contents it makes copies, of dates it drops the zone, of Atom links it
/// takes the last, and some values make it throw. All fields are read from the elements themselves.</remarks>
internal static class FeedDocument
{
    private const string Ordinal = "ordinal";
    private const int MaxChars = 200;

    private static readonly string[] Telling = ["title", "link", "id", "guid"];

    /// <summary>The entries in the library's order; those of the shape where the library does not get along with the feed.</summary>
    public static IReadOnlyList<XElement> Entries(FeedShape shape)
    {
        var found = Library(shape);
        return found is not null && found.Count == shape.Entries.Count ? [.. found.Select(i => shape.Entries[i])] : shape.Entries;
    }

    private static string Outline(FeedShape shape)
    {
        var space = shape.IsAtom ? FeedNames.Atom : FeedNames.Rss;
        var entries = shape.Entries.Select((e, i) => new XElement(e.Name, new XAttribute(Ordinal, i), Told(e, space)));
        var outline = shape.IsAtom ? new XElement(space + "feed", Told(shape.Head, space), entries)
            : new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel", Told(shape.Head, space), entries));
        return outline.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Told(XElement parent, XNamespace space) => parent.Elements()
        .Where(e => e.Name.Namespace == space && !e.HasElements && Telling.Contains(e.Name.LocalName, StringComparer.Ordinal) && e.Value.Length <= MaxChars)
        .Select(e => new XElement(e.Name, e.Value));

    // The library throws whatever a field happens to make it throw.
#pragma warning disable CA1031
    private static List<int>? Library(FeedShape shape)
    {
        try
        {
            return [.. CodeHollow.FeedReader.FeedReader.ReadFromString(Outline(shape)).Items
                .Select(i => int.Parse(i.SpecificItem.Element.Attribute(Ordinal)?.Value ?? "", CultureInfo.InvariantCulture)).Distinct()];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
#pragma warning restore CA1031
}
