using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>What goes into one development, and what begins another.</summary>
public sealed class DevelopmentsTests
{
    private const string Quake = "A strong earthquake shook the northern coast on Sunday night and cut the power of three towns; nobody was hurt, the coast guard said, and the harbour of Vik stays closed until divers have looked at its piers.";

    [Fact]
    public void CopyWithAnotherHeadline_IsToldWithItsRoot()
    {
        var developments = new Developments();
        Put(developments, Item(1, "Quake cuts power", Quake, "2026-01-10"));

        var place = Put(developments, Item(2, "Three towns in the dark", Quake + " More follows.", "2026-01-11"));
        var chain = Put(developments, Item(3, "Harbour shut", "By our staff. " + Quake, "2026-01-12"));

        Assert.Equal((1L, 1L), (place.Development, place.CopyOf));
        Assert.Equal((1L, 1L), (chain.Development, chain.CopyOf));
    }

    [Fact]
    public void ItemPlacedAgain_IsNoCopyOfItself_AndItsDevelopmentIsOfTheNewDealToo()
    {
        var developments = new Developments();
        Put(developments, Item(1, "Quake cuts power", Quake, "2026-01-10"));
        var again = Item(1, "Quake cuts power", Quake, "2026-01-10", ["harbour"]);

        Assert.Null(developments.Place(again).CopyOf);
        developments.Remember(again, 1);

        Assert.Equal(1, developments.Place(Item(2, "Quake: harbour opens", "", "2026-01-10", ["harbour"])).Development);
    }

    [Theory]
    [InlineData(Stage.Negotiating, Stage.Negotiating, 1, true)]
    [InlineData(Stage.Negotiating, Stage.Agreed, 9, false)]
    [InlineData(Stage.Announced, Stage.Delayed, 6, false)]
    [InlineData(Stage.Announced, Stage.Announced, 40, false)]
    public void ItemsOfOneDeal_ShareADevelopment_WhenTimeAndStageFit(Stage first, Stage second, int daysLater, bool isOne)
    {
        var developments = new Developments();
        Put(developments, Item(1, "The works", "", "2026-01-01", ["works"], new ArticleFacts { Stages = [Reached(first)] }));

        var place = developments.Place(Item(2, "Again the works", "", Day(daysLater), ["works"], new ArticleFacts { Stages = [Reached(second)] }));

        Assert.Equal(isOne, place.Development == 1);
    }

    [Fact]
    public void ItemsOfTwoDeals_NeverMeet()
    {
        var developments = new Developments();
        Put(developments, Item(1, "The works are announced", "", "2026-01-01", ["works"]));

        Assert.Null(developments.Place(Item(2, "The works are announced", "", "2026-01-01", ["mill"])).Development);
    }

    [Fact]
    public void HeadlinesThatShareTheirTellingWords_AreOneStory()
    {
        var developments = new Developments();
        Put(developments, Item(1, "Lighthouse of Skagen to be moved inland", "", "2026-01-01"));
        Put(developments, Item(2, "Central bank keeps its rate", "", "2026-01-01"));
        Put(developments, Item(3, "Goalkeeper signs for Porto", "", "2026-01-01"));

        Assert.Equal(1, developments.Place(Item(4, "Skagen lighthouse moves away from the sea", "", "2026-01-02")).Development);
        Assert.Null(developments.Place(Item(5, "Rains flood a valley", "", "2026-01-02")).Development);
    }

    [Fact]
    public void PlacingAlone_RemembersNothing_AndForgottenStoriesBeginAnew()
    {
        var developments = new Developments();
        developments.Place(Item(1, "Quake cuts power", Quake, "2026-01-10"));
        Assert.Null(developments.Place(Item(2, "Quake cuts power", Quake, "2026-01-10")).Development);

        Put(developments, Item(2, "Quake cuts power", Quake, "2026-01-10"));
        Put(developments, Item(3, "Goalkeeper signs for Porto", "", "2026-03-10"));
        Assert.Null(developments.Place(Item(4, "Quake cuts power", Quake, "2026-03-10")).Development);
    }

    [Fact]
    public void ItemWithoutADate_IsPlacedByItsWords()
    {
        var developments = new Developments();
        Put(developments, Item(1, "Quake cuts power", Quake, null));

        Assert.Equal(1, developments.Place(Item(2, "Power cut by quake", "The earthquake on the northern coast cut the power of three towns; the harbour of Vik is closed.", null)).Development);
    }

    private static string Day(int after) => new DateOnly(2026, 1, 1).AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StoryPlace Put(Developments developments, StoryItem item)
    {
        var place = developments.Place(item);
        developments.Remember(item, place.Development ?? item.Id);
        return place;
    }

    private static StoryItem Item(long id, string title, string text, string? day, IReadOnlyList<string>? deals = null, ArticleFacts? facts = null) =>
        new(id, title, text, "en", day is null ? null : At(day), $"paper-{id}", IsAiGenerated: false, deals ?? [], facts ?? ArticleFacts.None);
}
