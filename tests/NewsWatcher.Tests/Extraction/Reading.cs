using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Tests.Extraction;

/// <summary>Passages as the readers get them, with one invented deal configured.</summary>
internal static class Reading
{
    public static FollowedDeal Deal { get; } = new()
    {
        Root = new()
        {
            Id = "tidewater",
            Kind = DealKind.Umbrella,
            Name = "Tidewater Investment Accord",
            Aliases = ["潮路投資協定"],
            Keywords = ["gas turbine", "data centers"],
            Parties =
            [
                new("Norlund Industries", PartyRole.Investor, ["ノルンド", "노르룬드", "诺伦德"]),
                new("Japan", PartyRole.Government, ["日本"]),
                new("Norway", PartyRole.Government, []),
                new("United States", PartyRole.Government, ["U.S."]),
            ],
            Parts = [new() { Id = "tidewater/heron-bay", Kind = DealKind.Project, Name = "Heron Bay", Aliases = ["ヘロン湾", "苍鹭湾"] }],
        },
        Watch = [new("Kestrel Trading", null, [])],
        Lookalikes = ["Norlund Foods"],
        Milestones = [new("summit", "leaders' summit", ["summit", "Alder … Birch … meet", "首脳会談"])],
    };

    private static readonly NameTable Names = new([Deal]);

    public static ScannedPassage Text(string text, string language = "en") => new(new Passage(text, InTitle: false, language), Names);

    public static ScannedPassage Title(string title, string language = "en") => new(new Passage(title, InTitle: true, language), Names);
}
