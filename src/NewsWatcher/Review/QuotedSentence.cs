using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Review;

/// <summary>A sentence in three pieces, the middle one being the words that state the fact; long ones are cut around it.</summary>
public sealed record QuotedSentence(string Before, string Stated, string After)
{
    private const int Around = 320;

    public static QuotedSentence Of(SourcedClaim source)
    {
        var evidence = source.Claim.Fact.Evidence;
        var text = evidence.InTitle ? source.Item.Title : source.Item.Text;
        var stated = source.Claim.Fact is Amount amount ? amount.Text
            : evidence.Start >= 0 && evidence.Start < evidence.End && evidence.End <= text.Length ? text[evidence.Start..evidence.End] : "";
        return Of(evidence.Sentence, stated);
    }

    public static QuotedSentence Of(string sentence, string stated)
    {
        var at = stated.Length == 0 ? -1 : sentence.IndexOf(stated, StringComparison.Ordinal);
        if (at < 0)
        {
            return new(Excerpt.Start(sentence, 2 * Around), "", "");
        }

        return new(Excerpt.End(sentence[..at], Around), Excerpt.Start(stated, Around), Excerpt.Start(sentence[(at + stated.Length)..], Around));
    }
}
