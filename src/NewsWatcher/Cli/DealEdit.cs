using NewsWatcher.Configuration;
using NewsWatcher.Extraction;

namespace NewsWatcher.Cli;

/// <summary>Changes to a deal, one after the other. The first that cannot be made is told, and then none counts.</summary>
internal sealed class DealEdit(FollowedDeal deal)
{
    public FollowedDeal Deal { get; private set; } = deal;

    public string? Refusal { get; private set; }

    private FollowedPart Root
    {
        get => Deal.Root;
        set => Deal = Deal with { Root = value };
    }

    public void Rename(string? name) => Root = name is { Length: > 0 } ? Root with { Name = name } : Root;

    public void SetTotal(string? total)
    {
        if (total is null)
        {
            return;
        }

        if (DealOptions.Total(total, out var refusal) is { } read)
        {
            Root = Root with { Headline = read };
        }

        Refuse(refusal);
    }

    public void SetSearch(string? search) => Deal = search is null ? Deal : Deal with { Search = search is "on" };

    public void Aliases(string[] added, string[] removed) => Root = Root with { Aliases = Texts(Root.Aliases, added, removed, "alias") };

    public void Keywords(string[] added, string[] removed) => Root = Root with { Keywords = Texts(Root.Keywords, added, removed, "keyword") };

    public void Parties(string[] added, string[] removed)
    {
        foreach (var name in removed)
        {
            var isKnown = Root.Parties.Concat(Deal.Watch).Any(p => p.Name == name);
            Refuse(isKnown ? "" : $"The deal has no party \"{name}\".");
            Root = Root with { Parties = [.. Root.Parties.Where(p => p.Name != name)] };
            Deal = Deal with { Watch = [.. Deal.Watch.Where(p => p.Name != name)] };
        }

        foreach (var text in added)
        {
            if (DealOptions.Party(text, out var refusal) is { Role: null } watched)
            {
                Deal = Deal with { Watch = [.. Deal.Watch, watched] };
            }
            else if (DealOptions.Party(text, out _) is { } party)
            {
                Root = Root with { Parties = [.. Root.Parties, party] };
            }

            Refuse(refusal);
        }
    }

    public void Parts(string[] added, string[] removed)
    {
        foreach (var id in removed.Select(Full))
        {
            Refuse(Root.Parts.Any(p => p.Id == id) ? "" : $"The deal has no part \"{id}\".");
            Root = Root with { Parts = [.. Root.Parts.Where(p => p.Id != id)] };
        }

        foreach (var text in added)
        {
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            var name = text[(cut + 1)..].Trim();
            var id = cut < 0 ? ConfigId.From(name) : text[..cut].Trim();
            Refuse(!ConfigId.IsValid(id) || name.Length == 0 ? $"\"{text}\" is no part: write port-x=Port X." : Root.Parts.Any(p => p.Id == Full(id)) ? $"The part \"{Full(id)}\" exists already." : "");
            Root = Root with { Parts = [.. Root.Parts, new FollowedPart { Id = Full(id), Kind = DealKind.Tranche, Name = name }] };
        }
    }

    private string Full(string id) => id.StartsWith(Deal.Id + "/", StringComparison.Ordinal) ? id : $"{Deal.Id}/{id}";

    private IReadOnlyList<string> Texts(IReadOnlyList<string> texts, string[] added, string[] removed, string noun)
    {
        foreach (var text in removed.Where(r => !texts.Contains(r)))
        {
            Refuse($"The deal has no {noun} \"{text}\".");
        }

        return [.. texts.Where(t => !removed.Contains(t)).Concat(added.Select(a => a.Trim()).Where(a => a.Length > 0)).Distinct(StringComparer.Ordinal)];
    }

    private void Refuse(string refusal) => Refusal ??= refusal.Length > 0 ? refusal : null;
}
