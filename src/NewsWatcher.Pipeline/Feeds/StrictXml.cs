using System.Xml;
using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Reads well-formed XML into a <see cref="FeedTree"/>; opens nothing, expands nothing.</summary>
internal static class StrictXml
{
    internal static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = FeedReader.MaxChars,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>False when the text is not well-formed: what was collected is then to be thrown away.</summary>
    public static bool TryRead(TextReader xml, FeedTree tree)
    {
        try
        {
            using var reader = XmlReader.Create(xml, Settings);
            while (reader.Read() && !tree.IsFull)
            {
                Take(reader, tree);
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void Take(XmlReader reader, FeedTree tree)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var empty = reader.IsEmptyElement;
                tree.Start(tree.Names.Element(FeedNames.Space(reader.Prefix, reader.NamespaceURI), reader.LocalName), Attributes(reader, tree.Names));
                if (empty)
                {
                    tree.End();
                }

                break;
            case XmlNodeType.EndElement:
                tree.End();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                tree.Text(reader.Value);
                break;
        }
    }

    private static IReadOnlyCollection<(XName, string)> Attributes(XmlReader reader, DocumentNames names)
    {
        if (reader.AttributeCount == 0)
        {
            return [];
        }

        List<(XName, string)> attributes = [];
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix is not "xmlns" && reader.Name is not "xmlns")
            {
                attributes.Add((names.Attribute(reader.Prefix.Length == 0 ? XNamespace.None : FeedNames.Space(reader.Prefix, reader.NamespaceURI), reader.LocalName), reader.Value));
            }
        }

        return attributes;
    }
}
