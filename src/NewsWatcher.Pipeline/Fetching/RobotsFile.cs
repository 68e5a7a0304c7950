using System.Text;

namespace NewsWatcher.Fetching;

/// <summary>Reads a robots.txt: the groups that name a crawler, or those for everybody when none does.</summary>
internal sealed class RobotsFile
{
    private const int ManyRules = 4000;
    private const int ManySitemaps = 100;

    private readonly string _crawler;
    private readonly List<RobotsPattern> _own = [];
    private readonly List<RobotsPattern> _others = [];
    private readonly List<string> _sitemaps = [];
    private bool _hasOwn;
    private bool _isOwn;
    private bool _isOthers;
    private bool _isNaming;

    private RobotsFile(string crawler) => _crawler = crawler;

    public static RobotsRules Read(byte[] body, string crawler)
    {
        var file = new RobotsFile(crawler);
        foreach (var line in Encoding.UTF8.GetString(body).AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            file.Take(line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line);
        }

        return new(file._hasOwn ? file._own : file._others) { Sitemaps = file._sitemaps };
    }

    private void Take(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            return;
        }

        var key = line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
        {
            Name(value);
        }
        else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase))
        {
            Add(value, allows: true);
        }
        else if (key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
        {
            Add(value, allows: false);
        }
        else if (key.Equals("sitemap", StringComparison.OrdinalIgnoreCase) && value.Length > 0 && _sitemaps.Count < ManySitemaps)
        {
            _sitemaps.Add(value.ToString());
        }
    }

    // Names that follow each other share a group; groups of the same name are one.
    private void Name(ReadOnlySpan<char> value)
    {
        (_isOwn, _isOthers) = _isNaming ? (_isOwn, _isOthers) : (false, false);
        _isNaming = true;
        _isOwn |= Product(value).Equals(_crawler, StringComparison.OrdinalIgnoreCase);
        _isOthers |= value is "*";
        _hasOwn |= _isOwn;
    }

    private void Add(ReadOnlySpan<char> value, bool allows)
    {
        _isNaming = false;
        if (value.Length == 0 || (!_isOwn && !_isOthers))
        {
            return;
        }

        var rule = new RobotsPattern(value.ToString(), allows);
        foreach (var rules in new[] { _isOwn ? _own : null, _isOthers ? _others : null })
        {
            if (rules?.Count < ManyRules)
            {
                rules.Add(rule);
            }
        }
    }

    // The product token ends at the first other character: "NewsWatcher/1.0" names NewsWatcher.
    private static ReadOnlySpan<char> Product(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return value[..end];
    }
}
