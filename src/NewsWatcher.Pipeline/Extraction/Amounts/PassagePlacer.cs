namespace NewsWatcher.Extraction.Amounts;

/// <summary>Places the amounts of one passage, sentence by sentence.</summary>
internal sealed class PassagePlacer(Passage passage, string folded, List<NameMention> mentions, List<FollowedDeal> present, PassagePlacer? title)
{
    private const int LookBack = 3;

    private readonly Dictionary<string, SentenceTopic?> _titleTopics = new(StringComparer.Ordinal);
    // A sentence is asked what it is about by several that follow it.
    private readonly Dictionary<(int Start, int End), List<SentenceWord>> _words = [];
    private readonly AmountLanguage _language = AmountLanguage.Of(SpokenLanguage.Of(passage.Language, folded));

    public List<PlacedAmount> Place(IReadOnlyList<Amount> amounts)
    {
        var placed = new List<PlacedAmount>(amounts.Count);
        for (var i = 0; i < amounts.Count;)
        {
            var sentence = passage.Sentences.Around(amounts[i].Evidence.Start);
            var last = i + 1;
            while (last < amounts.Count && amounts[last].Evidence.Start < sentence.End)
            {
                last++;
            }

            PlaceSentence(sentence, Range(amounts, i, last), placed);
            i = last;
        }

        return placed;
    }

    private static List<Amount> Range(IReadOnlyList<Amount> amounts, int from, int to)
    {
        var range = new List<Amount>(to - from);
        for (var i = from; i < to; i++)
        {
            range.Add(amounts[i]);
        }

        return range;
    }

    private void PlaceSentence((int Start, int End) bounds, List<Amount> amounts, List<PlacedAmount> placed)
    {
        var named = MentionsIn(bounds);
        var deal = Owner(named) ?? present[0];
        var marks = Marks(bounds, named, deal);
        var topic = marks.Marks.Count == 0 && marks.NamesDeal ? default : Topic(bounds.Start, deal);
        topic = marks.Marks.Exists(m => m.IsProject) ? topic with { Part = null, IsOutside = false } : topic;
        if (marks.IsRespective && bounds.Start > 0 && !marks.Marks.Exists(m => m.IsProject))
        {
            marks.ListedBefore = MarksBefore(bounds.Start, deal).Projects();
        }

        var isConversion = new bool[amounts.Count];
        for (var i = 1; i < amounts.Count; i++)
        {
            isConversion[i] = IsConversion(amounts[i - 1], amounts[i]);
        }

        var sentence = new PlacedSentence(folded, marks, topic, amounts, isConversion, _language);
        for (var i = 0; i < amounts.Count; i++)
        {
            placed.Add(isConversion[i] ? new(amounts[i] with { Role = placed[^1].Amount.Role, PartId = placed[^1].Amount.PartId }, placed[^1].IsSure)
                : topic.IsOutside && !marks.NamesParty && !KnownTotals.Equals(amounts[i], deal.Root) ? new(amounts[i] with { Role = Outside(amounts[i].Role) }, true)
                : sentence.Place(i, i > 0 ? placed[^1] : null));
        }
    }

    private static AmountRole Outside(AmountRole role) => role is AmountRole.RevenueOrProfit or AmountRole.Debt or AmountRole.PerShare ? role : AmountRole.Background;

    /// <summary>What the paragraph's sentences before are about, else the title, else the paragraph before: a part, the deal as a whole (null), or a similar deal.</summary>
    private SentenceTopic Topic(int start, FollowedDeal deal)
    {
        var sentence = passage.Sentences.IndexAt(start);
        SentenceTopic? earlier = null;
        for (var back = 1; back <= LookBack && back <= sentence && earlier is null; back++)
        {
            var bounds = passage.Sentences.Bounds(sentence - back);
            earlier = TopicOf(bounds, deal);
            if (earlier is not null && !folded.AsSpan(bounds.End, start - bounds.End).Contains('\n'))
            {
                return earlier.Value;
            }
        }

        return title?.TitleTopic(deal) ?? new(earlier?.Part, IsOfDeal: earlier?.IsOfDeal is true);
    }

    private SentenceTopic? TitleTopic(FollowedDeal deal)
    {
        if (!_titleTopics.TryGetValue(deal.Id, out var topic))
        {
            _titleTopics[deal.Id] = topic = TopicOf((0, folded.Length), deal);
        }

        return topic;
    }

    private SentenceTopic? TopicOf((int Start, int End) bounds, FollowedDeal deal)
    {
        var marks = Marks(bounds, MentionsIn(bounds), deal);
        return marks.Topic() is { } part ? new(part) : marks.IsOfLookalike ? new(null, IsOutside: true) : marks.NamesDeal ? new(null, IsOfDeal: true) : null;
    }

    /// <summary>The deal that the sentence names most clearly; null when it names none.</summary>
    private FollowedDeal? Owner(List<NameMention> named)
    {
        FollowedDeal? best = null;
        var most = 0;
        foreach (var deal in present)
        {
            var score = named.Sum(m => m.Of(deal, NameKind.Deal) is not null ? 4 : m.Of(deal, NameKind.Part) is not null ? 4 : m.Of(deal, NameKind.Party) is not null ? 1 : 0);
            (best, most) = score > most ? (deal, score) : (best, most);
        }

        return best;
    }

    private SentenceMarks MarksBefore(int start, FollowedDeal deal)
    {
        var before = passage.Sentences.Bounds(Math.Max(0, passage.Sentences.IndexAt(start) - 1));
        return Marks(before, MentionsIn(before), deal);
    }

    private SentenceMarks Marks((int Start, int End) bounds, List<NameMention> named, FollowedDeal deal)
    {
        if (!_words.TryGetValue(bounds, out var words))
        {
            _words[bounds] = words = SentenceWord.Find(folded, bounds, _language.Roles);
        }

        return new(bounds, named, deal, words);
    }

    private List<NameMention> MentionsIn((int Start, int End) bounds)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Start < bounds.Start ? (middle + 1, high) : (low, middle);
        }

        var end = low;
        while (end < mentions.Count && mentions[end].Start < bounds.End)
        {
            end++;
        }

        return mentions.GetRange(low, end - low);
    }

    // "3兆3000億円（約210億ドル）", "410 billion yen ($2.7 billion)", "$5 billion, or 750 billion yen"
    private bool IsConversion(Amount before, Amount amount)
    {
        const int Longest = 16;
        var between = folded.AsSpan(before.Evidence.End, amount.Evidence.Start - before.Evidence.End).Trim();
        return before.Currency != amount.Currency && between.Length is > 0 and < Longest
            && (between[0] is '(' or '=' or '[' or '/' || between.StartsWith("or ", StringComparison.Ordinal) || between.StartsWith(", or ", StringComparison.Ordinal))
            && !between.Contains(')');
    }
}
