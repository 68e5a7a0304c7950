using System.CommandLine;
using NewsWatcher.Feeds;

namespace NewsWatcher.Cli;

/// <summary>The selectors of a listing page, as options of a verb.</summary>
internal sealed class ListingOptions
{
    private readonly Option<string?> _item = new("--listing", "--item") { Description = "The address is a page without a feed: CSS selector of its entries", HelpName = "SELECTOR" };
    private readonly Option<string?> _link = Part("--link", "the link (default: that of the title, else the first)");
    private readonly Option<string?> _title = Part("--title", "the title (default: the text of the link)");
    private readonly Option<string?> _date = Part("--date", "the date (default: the first time element)");
    private readonly Option<string?> _summary = Part("--summary", "the summary (default: none)");
    private readonly Option<string?> _zone = new("--time-zone") { Description = "With --listing: IANA zone of times that name none", HelpName = "ZONE" };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _item, _link, _title, _date, _summary, _zone })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>False when what was given cannot be used; <paramref name="refusal"/> then says why. Null for a feed.</summary>
    public bool TryRead(ParseResult parsed, out Listing? listing, out string refusal)
    {
        listing = parsed.GetValue(_item) is not { Length: > 0 } item ? null : new Listing
        {
            Item = item, Link = parsed.GetValue(_link), Title = parsed.GetValue(_title), Date = parsed.GetValue(_date), Summary = parsed.GetValue(_summary), TimeZone = parsed.GetValue(_zone),
        };
        var isAlone = listing is null && new[] { _link, _title, _date, _summary, _zone }.Any(o => parsed.GetValue(o) is not null);
        refusal = isAlone ? "Selectors describe the entries of a listing page: say with --listing where an entry stands." : listing is null ? "" : string.Join(". ", ListingFile.Faults(listing));
        refusal = refusal.Length == 0 || refusal.EndsWith('.') ? refusal : refusal + ".";
        return refusal.Length == 0;
    }

    private static Option<string?> Part(string name, string what) => new(name) { Description = $"With --listing: CSS selector within an entry of {what}", HelpName = "SELECTOR" };
}
