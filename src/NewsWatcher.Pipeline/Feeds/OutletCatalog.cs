using System.Text;
using NewsWatcher.Configuration;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Finds the publisher of an address, or of a name as texts cite it.</summary>
public sealed class OutletCatalog
{
    private static readonly string[][] Suffixes = [.. FeedWords.Read("suffixes")];
    private static readonly HashSet<string> SecondLevel = [.. Suffixes[0]];
    private static readonly HashSet<string> Shared = [.. Suffixes[1]];

    private readonly Dictionary<string, Outlet> _ids;
    private readonly Dictionary<string, Outlet> _names = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Path, Outlet Outlet)> _hosts;

    public OutletCatalog(IReadOnlyList<Outlet> outlets)
    {
        All = outlets;
        _ids = outlets.DistinctBy(o => o.Id).ToDictionary(o => o.Id, StringComparer.Ordinal);
        foreach (var (name, outlet) in outlets.SelectMany(o => o.Aliases.Prepend(o.Name).Select(n => (Folded(n), o))).Where(n => n.Item1.Length > 0))
        {
            _names.TryAdd(name, outlet);
        }

        _hosts = outlets.SelectMany(o => o.Hosts.Select(h => (Host: h.Trim().ToLowerInvariant(), Outlet: o)))
            .Select(h => (Parts: h.Host.Split('/', 2), h.Outlet))
            .ToLookup(h => h.Parts[0], h => (Path: h.Parts.Length > 1 ? "/" + h.Parts[1].TrimEnd('/') : "", h.Outlet), StringComparer.Ordinal);
    }

    public IReadOnlyList<Outlet> All { get; }

    public Outlet? ById(string? id) => id is null ? null : _ids.GetValueOrDefault(id);

    /// <summary>By name or alias, whatever its case, width and punctuation.</summary>
    public Outlet? Named(string? name) => name is null ? null : _names.GetValueOrDefault(Folded(name));

    /// <summary>The outlet of a page; one of unknown tier, its family the registrable host, when nobody has classified the host.</summary>
    public Outlet Of(Uri page)
    {
        if (Classified(page) is { } known)
        {
            return known;
        }

        var registrable = Registrable(Host(page));
        return new Outlet { Id = registrable, Name = registrable, Hosts = [registrable], Family = registrable };
    }

    /// <summary>The outlet that somebody classified the page's host or a part of it as; null when nobody did.</summary>
    public Outlet? Classified(Uri page)
    {
        var host = Host(page);
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var found = _hosts[rest].Where(h => IsBelow(page.AbsolutePath, h.Path)).OrderByDescending(h => h.Path.Length).Select(h => h.Outlet).FirstOrDefault();
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>"news.example.co.jp" → "example.co.jp": what one owner registers, as far as a short list can tell.</summary>
    public static string Registrable(string host)
    {
        var labels = host.Split('.');
        if (labels.Length <= 2 || labels[^1].All(char.IsAsciiDigit))
        {
            return host;
        }

        var two = string.Join('.', labels[^2..]);
        return Shared.Contains(two) || (labels[^1].Length == 2 && SecondLevel.Contains(labels[^2])) ? string.Join('.', labels[^3..]) : two;
    }

    private static string Host(Uri page) => (WebAddress.Host(page) ?? page.Host).ToLowerInvariant().TrimEnd('.');

    private static bool IsBelow(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/' || prefix.Length == 0);

    private static string Folded(string name)
    {
        var plain = new string([.. WellFormed.Of(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')]);
        plain = plain.Trim();
        return plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain;
    }
}
