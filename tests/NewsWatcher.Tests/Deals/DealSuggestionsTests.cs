using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>Deals that several report and nobody follows, and parts that a followed one does not have.</summary>
public sealed class DealSuggestionsTests
{
    private const decimal Large = 100_000_000;

    private static readonly Fact[] Ferry = [Money("7.4", null), Builder("Norsk Crossing", PartyRole.Developer), Builder("Skagen Bank", PartyRole.Lender)];

    [Fact]
    public void StoriesOfTheSameTwoCompanies_AreOneDeal_ReadyToBeFollowed()
    {
        var deal = Assert.Single(Suggest(
            Story(7, Of(1, "2026-01-05", "one", Ferry), Of(2, "2026-01-05", "two", Ferry)),
            Story(9, Of(3, "2026-02-20", "three", Money("2", null, AmountRole.Tranche), Builder("Skagen Bank", PartyRole.Lender), Builder("Norsk Crossing", PartyRole.Developer), Site("South Shaft")))));

        Assert.Equal([7, 9], deal.Developments);
        Assert.Equal(("Norsk Crossing–Skagen Bank, South Shaft", 3, 3, 3), (deal.Name, deal.Items.Count, deal.Outlets, deal.Origins));
        Assert.Equal(new StatedTotal(7_400_000_000, "USD", Qualifier.Exact), deal.StatedTotal);
        Assert.Equal([("Norsk Crossing", PartyRole.Developer), ("Skagen Bank", PartyRole.Lender)], deal.Parties.Select(p => (p.Name, p.Role.GetValueOrDefault())));
        Assert.Equal(["South Shaft"], deal.Projects);
    }

    [Fact]
    public void TwoCountries_AreOneDealOnlyWithOneSum()
    {
        Fact[] Countries(string billions) => [Money(billions, null), Builder("Aland", PartyRole.Government), Builder("Bland", PartyRole.Government)];
        var found = Suggest(
            Story(1, Of(1, "2026-01-05", "one", Countries("350")), Of(2, "2026-01-05", "two", Countries("350"))),
            Story(2, Of(3, "2026-01-06", "one", Countries("20")), Of(4, "2026-01-06", "two", Countries("20"))),
            Story(3, Of(5, "2026-03-01", "three", Countries("350"))));

        Assert.Equal([[1L, 3L], [2L]], found.Select(d => d.Developments));
    }

    [Theory]
    [InlineData("7.4", "billion", "USD", true)]
    [InlineData("90", "million", "USD", false)]
    [InlineData("9", "billion", "JPY", false)]
    [InlineData("90", "billion", "JPY", true)]
    public void OnlyLargeSums_AreTold(string printed, string scale, string currency, bool isTold)
    {
        Fact[] facts = [Money(printed, null, scale: scale, currency: currency), Builder("Norsk Crossing", PartyRole.Developer)];

        Assert.Equal(isTold, Suggest(Story(1, Of(1, "2026-01-05", "one", facts), Of(2, "2026-01-06", "two", facts))).Count == 1);
    }

    [Fact]
    public void WhatOneVoiceReports_OrAMachineWrote_IsNotTold()
    {
        var family = new Outlet { Id = "sister", Name = "Sister", Family = "one", Tier = OutletTier.Major };
        var machine = Of(3, "2026-01-06", "two", Ferry) with { IsAiGenerated = true };

        Assert.Empty(Suggest(Story(1, Of(1, "2026-01-05", "one", Ferry), Of(2, "2026-01-06", family, Ferry), machine)));
    }

    [Fact]
    public void SumsThatAreNoPartOfADeal_MakeNone()
    {
        Fact[] facts = [Money("90", null, AmountRole.Background), Money("30", null, per: "year"), Builder("Norsk Crossing", PartyRole.Developer)];

        Assert.Empty(Suggest(Story(1, Of(1, "2026-01-05", "one", facts), Of(2, "2026-01-06", "two", facts))));
    }

    [Fact]
    public void ProjectThatTwoOriginsName_IsACandidateBelowThePartItsSentenceIsAbout()
    {
        var deal = new FollowedDeal
        {
            Root = new FollowedPart
            {
                Id = "crossing", Kind = DealKind.Umbrella, Name = "Crossing", Parts = [new FollowedPart { Id = "crossing/first", Kind = DealKind.Tranche, Name = "First phase" }],
            },
        };
        Fact[] told = [Site("South Shaft"), Money("2", null, AmountRole.Project, sentence: "South Shaft is built."), Money("5", "crossing/first", AmountRole.Tranche, sentence: "South Shaft is built.")];
        ReportedItem[] items = [Of(1, "2026-01-05", "one", told), Of(2, "2026-01-06", "two", [.. told, Site("North Shaft")])];

        var part = Assert.Single(PartCandidate.Of(deal, items, Origins(items)));

        Assert.Equal(("South Shaft", "crossing/first", 2_000_000_000m, 2, 2), (part.Name, part.ParentId, part.Amount?.Value, part.Items, part.Origins));
    }

    private static IReadOnlyList<DealSuggestion> Suggest(params UnfollowedStory[] stories)
    {
        var found = DealSuggestions.Of(stories, new OutletCatalog([]), Large);
        Assert.Equal(found.Select(d => d.Name), DealSuggestions.Of([.. stories.Reverse()], new OutletCatalog([]), Large).Select(d => d.Name));
        return found;
    }

    private static UnfollowedStory Story(long id, params ReportedItem[] items) => new(id, items);

    private static PartyMention Builder(string name, PartyRole role) => Party(name, PartyStrength.Selected, role);

    private static ProjectMention Site(string name) => new(name, null, new Evidence(InTitle: false, 0, name.Length, $"{name} is built.", "test"));
}
