using NewsWatcher.Deals;

namespace NewsWatcher.Review;

/// <summary>Where the newest version of an article states a claim: a half-open span.</summary>
public sealed record ClaimSpan(Claim Claim, int Start, int End)
{
    /// <summary>The spans of standing claims in a title or text. A claim that outlived the version it was read from is looked for by its sentence;
    /// one that is nowhere has no span.</summary>
    public static IReadOnlyList<ClaimSpan> In(string text, bool isTitle, IEnumerable<Claim> claims) =>
        [.. claims.Where(c => c.EndedAt is null && c.Fact.Evidence.InTitle == isTitle).Select(c => Find(text, c)).OfType<ClaimSpan>()];

    private static ClaimSpan? Find(string text, Claim claim)
    {
        var evidence = claim.Fact.Evidence;
        var sentence = evidence.Sentence;
        if (evidence.Start >= 0 && evidence.Start < evidence.End && evidence.End <= text.Length)
        {
            var from = Math.Max(0, evidence.End - sentence.Length);
            var to = Math.Min(text.Length, evidence.Start + sentence.Length);
            if (to > from && text.AsSpan(from, to - from).Contains(sentence, StringComparison.Ordinal))
            {
                return new(claim, evidence.Start, evidence.End);
            }
        }

        var at = sentence.Length == 0 ? -1 : text.IndexOf(sentence, StringComparison.Ordinal);
        return at < 0 ? null : new(claim, at, at + sentence.Length);
    }
}
