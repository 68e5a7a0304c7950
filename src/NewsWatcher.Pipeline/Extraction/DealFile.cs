using NewsWatcher.Configuration;

namespace NewsWatcher.Extraction;

/// <summary>Reads deals.json. Everything wrong is noted with its line; what is left can still be used to tell more problems.</summary>
public static class DealFile
{
    public static IReadOnlyList<FollowedDeal> Read(string text, string file, ICollection<ConfigProblem> problems) =>
        ConfigList.Read(text, file, "deals", problems, Deal, d => d.Id);

    private static FollowedDeal? Deal(ConfigObject deal)
    {
        var root = Part(deal, "", DealKind.Agreement);
        var watch = deal.Children("watch").Select(w => Party(w, watched: true)).ToList();
        var milestones = deal.Children("milestones").Select(Milestone).ToList();
        var lookalikes = deal.Texts("lookalikes");
        var search = deal.Flag("search", fallback: false);
        return root is null ? null : new FollowedDeal { Root = root, Watch = watch, Milestones = milestones, Lookalikes = lookalikes, Search = search };
    }

    private static FollowedPart? Part(ConfigObject part, string parent, DealKind fallback)
    {
        var name = part.Required("name");
        var id = part.Text("id") ?? (name.Length > 0 ? ConfigId.From(name) : "");
        if (!ConfigId.IsValid(id))
        {
            part.Problem(id.Length == 0 ? "\"id\" is missing" : $"the id \"{id}\" may hold only a-z, 0-9 and -, at most 64");
        }

        var path = parent + id;
        var kind = part.Word<DealKind>("kind") ?? fallback;
        var read = new FollowedPart
        {
            Id = path,
            Kind = kind,
            Name = name,
            Aliases = part.Texts("aliases"),
            Keywords = part.Texts("keywords"),
            Headline = part.Child("headline") is { } headline ? Total(headline) : null,
            Parties = [.. part.Children("parties").Select(p => Party(p, watched: false))],
            Parts = Below(part, path),
        };
        return id.Length == 0 ? null : read;
    }

    private static List<FollowedPart> Below(ConfigObject part, string path)
    {
        var below = new List<FollowedPart>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (element, fallback) in part.Children("projects").Select(p => (p, DealKind.Project)).Concat(part.Children("parts").Select(p => (p, DealKind.Tranche))))
        {
            if (Part(element, path + "/", fallback) is { } read)
            {
                below.Add(read);
                if (!ids.Add(read.Id))
                {
                    element.Problem($"the part \"{read.Id}\" stands twice");
                }
            }

            element.NoOthers();
        }

        return below;
    }

    private static FollowedParty Party(ConfigObject party, bool watched)
    {
        var role = party.Word<PartyRole>("role");
        if (role is null && !watched && !party.Has("role"))
        {
            party.Problem("\"role\" is missing");
        }

        var read = new FollowedParty(party.Required("name"), role, party.Texts("aliases"));
        party.NoOthers();
        return read;
    }

    private static FollowedMilestone Milestone(ConfigObject milestone)
    {
        var name = milestone.Required("name");
        var read = new FollowedMilestone(milestone.Text("id") ?? ConfigId.From(name), name, milestone.Texts("aliases"));
        milestone.NoOthers();
        return read;
    }

    private static StatedTotal? Total(ConfigObject total)
    {
        var (value, currency) = (total.Number("value"), total.Required("currency"));
        var qualifier = total.Word<Qualifier>("qualifier") ?? Qualifier.Exact;
        if (value is null or <= 0)
        {
            total.Problem("\"value\" must be a number above 0");
        }

        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            total.Problem("\"currency\" must be an ISO 4217 code such as USD");
        }

        total.NoOthers();
        return value is > 0 ? new(value.Value, currency, qualifier) : null;
    }
}
