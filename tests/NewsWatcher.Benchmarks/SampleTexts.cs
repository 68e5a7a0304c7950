using System.Globalization;
using System.Text;
using NewsWatcher.Extraction;

namespace NewsWatcher.Benchmarks;

/// <summary>Texts in the shape of news, of any length.</summary>
internal static class SampleTexts
{
    public const string Title = "Harbour Power agrees to build a 1.2 billion dollar plant in Alder County";

    private static readonly string[] Sentences =
    [
        "Harbour Power said on Tuesday that it had signed a binding contract with the state of Alder for a gas plant that will cost about $1.2 billion.",
        "The first unit is to begin work in the second half of 2028, two people who know of the plan said.",
        "Northern Bank will lend up to €900 million, while the rest comes from the owners, among them the Lindqvist family and a pension fund.",
        "Analysts had expected between 800 million and 1.1 billion dollars, after a similar plant further south was finished for $950 million in 2019.",
        "\"It is the largest order of our history,\" the chief executive told reporters, \"and we mean to hire four hundred people by the end of March.\"",
        "The governor, who has spoken for the plan since it was first rumoured, called it a good day for a county that lost its paper mill.",
    ];

    public static string Story(int length)
    {
        var story = new StringBuilder(length + 200);
        for (var i = 0; story.Length < length; i++)
        {
            story.Append(Sentences[i % Sentences.Length]).Append(i % 3 == 2 ? "\n\n" : " ");
        }

        return story.ToString(0, length);
    }

    public static string Page(int length)
    {
        var paragraphs = string.Concat(Story(4_000).Split("\n\n").Select(p => $"<p>{p}</p>\n"));
        var links = new StringBuilder(length);
        for (var i = 0; links.Length + paragraphs.Length < length; i++)
        {
            links.Append(CultureInfo.InvariantCulture, $"<li class=\"nav-item\"><a href=\"/section/{i}\" data-track=\"nav-{i}\">Section number {i}</a></li>\n");
        }

        return $"<!doctype html><html lang=\"en\"><head><title>{Title}</title></head><body><nav><ul>{links}</ul></nav><main><article><h1>{Title}</h1>{paragraphs}</article></main></body></html>";
    }

    public static string Feed(string id, int length)
    {
        var items = new StringBuilder(length);
        for (var i = 0; items.Length < length; i++)
        {
            Item(items, id, i);
        }

        return Feed(id, items);
    }

    public static string FeedOf(string id, int entries)
    {
        var items = new StringBuilder();
        for (var i = 0; i < entries; i++)
        {
            Item(items, id, i);
        }

        return Feed(id, items);
    }

    public static FollowedDeal Deal() => new()
    {
        Root = new FollowedPart
        {
            Id = "alder-plant", Kind = DealKind.Umbrella, Name = "Alder County gas plant", Aliases = ["Alder plant"], Keywords = ["gas plant"],
            Headline = null, Parties = [new FollowedParty("Harbour Power", PartyRole.Developer, []), new FollowedParty("Northern Bank", PartyRole.Lender, [])],
        },
    };

    /// <summary>Deals of invented words, which the texts do not name.</summary>
    public static IEnumerable<FollowedDeal> OtherDeals(int count, int keywords)
    {
        var random = new Random(1);
        string Word() => new([.. Enumerable.Range(0, random.Next(4, 9)).Select(i => (char)((i == 0 ? 'A' : 'a') + random.Next(26)))]);
        for (var i = 0; i < count; i++)
        {
            yield return new FollowedDeal
            {
                Root = new FollowedPart
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"deal-{i}"), Kind = DealKind.Umbrella, Name = $"{Word()} {Word()} plant", Aliases = [$"{Word()} plant"],
                    Keywords = [.. Enumerable.Range(0, keywords).Select(_ => $"{Word()} {Word()}")],
                    Parties = [.. Enumerable.Range(0, 4).Select(_ => new FollowedParty($"{Word()} {Word()}", PartyRole.Developer, [Word()]))],
                },
            };
        }
    }

    private static void Item(StringBuilder items, string id, int number) => items.Append(CultureInfo.InvariantCulture, $"""
        <item><title>{Sentences[number % Sentences.Length][..60].Replace('"', '\'')} ({number} of {id})</title><link>https://{id}.example/story/{number}</link><guid isPermaLink="false">{id}-{number}</guid>
        <pubDate>Tue, 10 Mar 2026 08:{number % 60:00}:00 GMT</pubDate><description>&lt;p&gt;{Story(600)}&lt;/p&gt;</description><category>energy</category></item>
        """);

    private static string Feed(string id, StringBuilder items) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Feed {id}</title><link>https://{id}.example/</link>{items}</channel></rss>";
}
