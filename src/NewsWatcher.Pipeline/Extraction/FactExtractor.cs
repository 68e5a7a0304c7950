using NewsWatcher.Articles;
using NewsWatcher.Extraction.Amounts;
using NewsWatcher.Extraction.Milestones;
using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Parties;
using NewsWatcher.Extraction.Projects;
using NewsWatcher.Extraction.Stages;
using NewsWatcher.Extraction.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Extraction;

/// <summary>Reads all facts of an article. Made once per configuration: the names and words of the deals are compiled here.</summary>
public sealed class FactExtractor(IReadOnlyList<FollowedDeal> deals)
{
    // A book is no report; what a report has to say stands in its beginning.
    private const int MaxText = 60_000;
    private const int MaxTitle = 1000;

    private readonly NameTable _names = new(deals);
    private readonly AmountPlacer _placer = new(deals);

    /// <param name="reportedAt">What relative dates are resolved against, in the outlet's own time; null leaves them unresolved.</param>
    /// <param name="tier">Of the outlet: an official page and an aggregator grade a stage differently.</param>
    public ArticleFacts Read(Article article, DateTimeOffset? reportedAt, OutletTier tier)
    {
        var (title, text, folded) = Passages(article);
        var (scannedTitle, scannedText) = (new ScannedPassage(title, _names), new ScannedPassage(text, folded, _names));
        return new()
        {
            Amounts = ReadAmounts(title, text),
            Parties = PartyReader.Read(scannedTitle, scannedText),
            Stages = StageReader.Read(scannedTitle, scannedText, tier),
            Milestones = MilestoneReader.Read(scannedTitle, scannedText, reportedAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null),
            Projects = ProjectReader.Read(scannedTitle, scannedText),
            Keywords = [.. KeywordReader.Read(scannedTitle), .. KeywordReader.Read(scannedText)],
            IsDeal = DealTopic.IsDeal(scannedTitle, scannedText),
        };
    }

    /// <summary>Whether the words of an article are those of deals, followed or not: much cheaper than reading its facts.</summary>
    public static bool IsLikelyDeal(Article article)
    {
        var language = article.Language ?? LanguageGuess.OfText($"{article.Title}\n{article.Text}") ?? "und";
        return DealTopic.IsLikely(new(article.Title, InTitle: true, language), new(article.Text, InTitle: false, language));
    }

    /// <summary>The amounts of an article as <see cref="Read"/> finds them; of one that shows no sign of the sums asked for, none.</summary>
    internal static IEnumerable<Amount> Amounts(Article article, SumSigns signs)
    {
        if (!signs.StandIn(PlainText.Cut(article.Title, MaxTitle)) && !signs.StandIn(PlainText.Cut(article.Text, MaxText)))
        {
            return [];
        }

        var (title, text, _) = Passages(article);
        return AmountReader.Read(title, text.Text).Concat(AmountReader.Read(text, title.Text));
    }

    private static (Passage Title, Passage Text, FoldedPassage Folded) Passages(Article article)
    {
        var story = StoryBody.Of(PlainText.Cut(article.Text, MaxText), out var folded);
        var language = article.Language ?? LanguageGuess.OfText($"{article.Title}\n{story}") ?? "und";
        return (new(PlainText.Cut(article.Title, MaxTitle), InTitle: true, language), new(story, InTitle: false, language), folded);
    }

    private IReadOnlyList<Amount> ReadAmounts(Passage title, Passage text) =>
        _placer.Place(title, AmountReader.Read(title, text.Text), text, AmountReader.Read(text, title.Text));
}
