using System.Text;
using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>Breaks a part of a page into its lines of text, in reading order.</summary>
internal sealed class BlockReader
{
    private readonly Func<HtmlNode, bool> _skips;
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _line = new();
    private int _linkLength;
    private int _breaks;

    private BlockReader(Func<HtmlNode, bool> skips) => _skips = skips;

    public static List<Block> Read(HtmlNode root, Func<HtmlNode, bool> skips)
    {
        var reader = new BlockReader(skips);
        reader.Walk(root, root, inLink: false);
        reader.Flush(root);
        return reader._blocks;
    }

    private void Walk(HtmlNode node, HtmlNode block, bool inLink)
    {
        if (node.IsText)
        {
            Add(node, inLink);
            return;
        }

        if (node.Tag is "script" or "head" or "textarea" or "button" || _skips(node))
        {
            return;
        }

        if (node.Tag == "br")
        {
            Break(block);
            return;
        }

        var isBlock = HtmlText.IsBlock(node.Tag);
        if (isBlock)
        {
            Flush(block);
        }

        foreach (var child in node.Children)
        {
            Walk(child, isBlock ? node : block, inLink || node.Tag == "a");
        }

        if (isBlock)
        {
            Flush(node);
        }
    }

    private void Add(HtmlNode text, bool inLink)
    {
        if (text.TextLength > 0)
        {
            _breaks = 0;
        }

        _line.Append(text.Text);
        _linkLength += inLink ? text.TextLength : 0;
    }

    // One break is a line within a paragraph, two are a new paragraph.
    private void Break(HtmlNode block)
    {
        _line.Append(' ');
        if (++_breaks > 1)
        {
            Flush(block);
        }
    }

    private void Flush(HtmlNode block)
    {
        _breaks = 0;
        if (_line.Length > 0 && HtmlText.Clean(_line.ToString()) is { Length: > 0 } text)
        {
            _blocks.Add(new(text, block, _linkLength));
        }

        _line.Clear();
        _linkLength = 0;
    }
}
