using System.Buffers;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Names why two figures for one thing differ.</summary>
internal static class ConflictJudge
{
    private const decimal Same = 0.05m;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;、，；");

    /// <summary>Statements further apart in time than this follow each other; nearer ones contradict.</summary>
    private static readonly TimeSpan Succession = TimeSpan.FromDays(3);

    /// <param name="other">The figure that is not in force.</param>
    /// <param name="current">The figure in force.</param>
    /// <returns>Null for one and the same figure.</returns>
    public static ConflictCause? Between(Figure other, Figure current)
    {
        if (IsRate(other) != IsRate(current))
        {
            return ConflictCause.PerYear;
        }

        if (other.Currency != current.Currency)
        {
            return ConflictCause.Currency;
        }

        if (other.Value == current.Value)
        {
            return null;
        }

        if (AreNear(other, current))
        {
            return ConflictCause.Rounding;
        }

        return IsSlip(other.Value, current.Value) ? ConflictCause.UnitSlip
            : AreStatedTogether(other, current) ? ConflictCause.Superseded
            : other.Origins.Count == 1 && other.Origins.SetEquals(current.Origins) ? OfOneOrigin(other, current)
            : IsOverIn(other, current) ? ConflictCause.Superseded
            : DifferInScope(other, current) ? ConflictCause.Scope
            : ConflictCause.Disagreement;
    }

    /// <summary>Ten, a thousand or a million times another: a digit too many, or a billion for a trillion.</summary>
    public static bool IsSlip(decimal one, decimal other)
    {
        var (small, large) = one < other ? (one, other) : (other, one);
        if (small <= 0)
        {
            return false;
        }

        var ratio = large / small;
        return Array.Exists([10m, 1_000m, 1_000_000m], f => Math.Abs(ratio - f) <= f * 0.01m);
    }

    private static bool IsRate(Figure figure) => figure.Amount.Per is not null;

    private static bool AreNear(Figure one, Figure other) =>
        PrintedPrecision.AreOne(one.Value, one.Unit, other.Value, other.Unit) || Math.Abs(one.Value - other.Value) <= Same * Math.Max(one.Value, other.Value)
        || Covers(one.Amount, other.Value) || Covers(other.Amount, one.Value);

    private static bool Covers(Amount range, decimal value) => range is { Min: { } low, Max: { } high } && value >= low && value <= high;

    // "17 billion, down from 21 billion": the article itself says which came first.
    private static bool AreStatedTogether(Figure other, Figure current)
    {
        var told = current.Claims.Where(c => c.Counts).Select(c => c.ItemId).ToHashSet();
        var together = other.Claims.Any(c => told.Contains(c.ItemId));
        var restated = other.Claims.Any(c => c.Counts && c.At >= current.First && !told.Contains(c.ItemId));
        return together && !restated && other.First <= current.First;
    }

    private static ConflictCause OfOneOrigin(Figure other, Figure current) => current.First - other.Newest >= Succession ? ConflictCause.Superseded : ConflictCause.SameOrigin;

    private static bool IsOverIn(Figure other, Figure current) =>
        other.Newest < current.First && (current.First - other.Newest >= Succession || (other.IsExpectation && !current.IsExpectation));

    // One sentence takes in more than the other: it says so, or names more of the projects and parties. Of caps, a list may give one for each of several.
    private static bool DifferInScope(Figure one, Figure other)
    {
        var (named, others) = (Named(one), Named(other));
        return Says("narrower", one) != Says("narrower", other) || Says("wider", one) != Says("wider", other)
            || (named.IsProperSubsetOf(others) && named.Count > 0) || (others.IsProperSubsetOf(named) && others.Count > 0)
            || (one.IsExpectation && other.IsExpectation && named.Count > 0 && others.Count > 0 && !named.SetEquals(others));
    }

    private static bool Says(string section, Figure figure) =>
        figure.Claims.Where(c => c.Counts == figure.Counts).Any(c => DealWords.ContainsAny(section, FoldedText.Of(c.Fact.Evidence.Sentence)));

    private static HashSet<string> Named(Figure figure)
    {
        var clause = Clause(figure.Amount);
        return figure.Claims.Take(1).SelectMany(c => c.Source.Item.Claims)
            .Where(c => c.Fact is PartyMention or ProjectMention && c.Fact.Evidence.Sentence == figure.Amount.Evidence.Sentence)
            .Select(c => c.Fact is PartyMention party ? (party.Name, Known: party.KnownAs) : (((ProjectMention)c.Fact).Name, Known: c.Fact.PartId))
            .Where(n => clause.Contains(n.Name, StringComparison.OrdinalIgnoreCase))
            .Select(n => n.Known ?? n.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    // A sentence may give one sum after another, each with its own names.
    private static ReadOnlySpan<char> ClauseOf(string sentence, int start, int end)
    {
        var from = sentence.AsSpan(0, start).LastIndexOfAny(ClauseEnds) + 1;
        var to = sentence.AsSpan(end).IndexOfAny(ClauseEnds);
        return to < 0 ? sentence.AsSpan(from) : sentence.AsSpan(from, end + to - from);
    }

    private static string Clause(Amount amount)
    {
        var at = amount.Evidence.Sentence.IndexOf(amount.Text, StringComparison.Ordinal);
        return at < 0 ? amount.Evidence.Sentence : ClauseOf(amount.Evidence.Sentence, at, at + amount.Text.Length).ToString();
    }
}
