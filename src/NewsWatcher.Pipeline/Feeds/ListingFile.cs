using NewsWatcher.Configuration;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Reads and checks the description of a listing page, from feeds.json or from a command.</summary>
public static class ListingFile
{
    internal static Listing? Read(ConfigObject feed)
    {
        if (feed.Child("listing") is not { } member)
        {
            return null;
        }

        var listing = new Listing
        {
            Item = member.Required("item"), Link = member.Text("link"), Title = member.Text("title"), Date = member.Text("date"), Summary = member.Text("summary"),
            TimeZone = member.Text("timeZone"),
        };
        member.NoOthers();
        foreach (var fault in listing.Item.Length == 0 ? [] : Faults(listing))
        {
            member.Problem(fault);
        }

        return listing.Item.Length == 0 ? null : listing;
    }

    /// <summary>What is wrong with the selectors and the zone; one readable clause each.</summary>
    public static IReadOnlyList<string> Faults(Listing listing)
    {
        var faults = new List<string>();
        foreach (var (name, selector) in Selectors(listing))
        {
            if (PageSelector.Parse(selector, out var fault) is null)
            {
                faults.Add($"\"{name}\": \"{selector}\" cannot be used: {fault}");
            }
        }

        if (listing.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            faults.Add($"\"timeZone\": \"{zone}\" is not known");
        }

        return faults;
    }

    private static IEnumerable<(string Name, string Selector)> Selectors(Listing listing)
    {
        (string Name, string? Selector)[] all = [("item", listing.Item), ("link", listing.Link), ("title", listing.Title), ("date", listing.Date), ("summary", listing.Summary)];
        return all.Where(s => s.Selector is not null).Select(s => (s.Name, s.Selector ?? ""));
    }
}
