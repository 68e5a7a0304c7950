using System.Globalization;
using System.Text;

namespace NewsWatcher.Benchmarks;

/// <summary>Any amount of news in words of its own: three in ten tell of deals of invented companies, two in a hundred of one that may be followed later, the rest of anything else.</summary>
internal sealed class GeneratedNews
{
    private const int Length = 2_000;
    private const int DealShare = 30;
    private const int FollowedShare = 2;
    private const int ParagraphOf = 4;

    private static readonly string[] General =
    [
        "The {0} of {1} said on Monday that the old {2} would stay closed until its {3} had been looked at.",
        "Nobody was hurt when a {2} fell into the {3} near {1}, but the road was shut for an hour.",
        "{1} won the match by two goals, and its {0} praised the young {2} for a calm second half.",
        "Visitors who come to {1} in May will find the {3} open again, with a new {2} beside it.",
        "For years the {0} had asked for a {3}; now {1} gives it one, and a {2} as well.",
    ];

    private static readonly string[] Business =
    [
        "{1} said it had signed a contract with {4} to build a {2} plant for ${5} million in the north of the country.",
        "{4} will lend up to €{5} million, while {1} pays the rest, two people who know of the plan said.",
        "The {2} plant is to begin work in the second half of 2028, after {1} has bought {6} percent of {4}.",
        "Analysts had expected {1} to invest between {5} million and 1.9 billion dollars in the {3}.",
    ];

    private static readonly string[] Followed =
    [
        "Norsk Crossing said the Vik crossing would cost $7.4 billion and open in 2031.",
        "Skagen Bank agreed to lend {5} million dollars for the South shaft of the Vik crossing.",
        "The strait tunnel of Norsk Crossing employs {5} people, its {0} told {1}.",
    ];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly string[] _names;

    private string[] _sentences = General;

    /// <param name="seed">The same one gives the same news.</param>
    public GeneratedNews(int seed)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, 6_000).Select(_ => Word())];
        _names = [.. Enumerable.Range(0, 2_000).Select(_ => Word()).Select(w => char.ToUpperInvariant(w[0]) + w[1..])];
    }

    /// <summary>Begins another story.</summary>
    public string Title()
    {
        var dice = _random.Next(100);
        _sentences = dice < FollowedShare ? Followed : dice < FollowedShare + DealShare ? Business : General;
        return Sentence().TrimEnd('.');
    }

    /// <summary>Of the story begun last.</summary>
    public string Text()
    {
        var text = new StringBuilder(Length + 200);
        for (var i = 1; text.Length < Length; i++)
        {
            text.Append(Sentence()).Append(i % ParagraphOf == 0 ? "&lt;p&gt;" : " ");
        }

        return text.ToString();
    }

    private string Sentence() => string.Format(CultureInfo.InvariantCulture, _sentences[_random.Next(_sentences.Length)],
        One(_words), One(_names), One(_words), One(_words), One(_names) + " " + One(_names), _random.Next(20, 990), _random.Next(2, 60));

    private string One(string[] some) => some[_random.Next(some.Length)];

    private string Word()
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var word = new StringBuilder();
        for (var syllables = _random.Next(2, 4); syllables > 0; syllables--)
        {
            word.Append(Consonants[_random.Next(Consonants.Length)]).Append(Vowels[_random.Next(Vowels.Length)]);
        }

        return word.Append(Consonants[_random.Next(Consonants.Length)]).ToString();
    }
}
