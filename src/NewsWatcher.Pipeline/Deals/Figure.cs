using System.Globalization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Statements of one sum for one thing: equal ones, and coarser printings of it.</summary>
internal sealed class Figure
{
    private readonly Weighed _best;

    /// <param name="claims">Never empty; the finest printing gives the value.</param>
    public Figure(IEnumerable<Weighed> claims)
    {
        Claims = [.. Weighed.InOrder(claims)];
        _best = Claims.OrderBy(c => PrintedPrecision.Of((Amount)c.Fact)).First();
        var counting = Claims.Where(c => c.Counts).ToList();
        Counts = counting.Count > 0;
        var told = Counts ? counting : Claims;
        First = told.Min(c => c.At);
        Newest = told.Max(c => c.At);
        Origins = told.Where(c => c.Origin.Key.Length > 0).Select(c => c.Origin.Key).ToHashSet(StringComparer.Ordinal);
        var firm = told.Where(c => ((Amount)c.Fact).Best == Value && ((Amount)c.Fact).Qualifier != Qualifier.UpTo).ToList();
        Qualifier = (firm.Count > 0 ? firm : [.. told]).Select(c => ((Amount)c.Fact).Qualifier).GroupBy(q => q).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        IsExpectation = told.All(c => ((Amount)c.Fact).Qualifier == Qualifier.UpTo);
    }

    public IReadOnlyList<Weighed> Claims { get; }

    public Amount Amount => (Amount)_best.Fact;

    public decimal Value => Amount.Best;

    public decimal Unit => PrintedPrecision.Of(Amount);

    public string? Currency => Amount.Currency;

    public Qualifier Qualifier { get; }

    public bool Counts { get; }

    /// <summary>"Up to" and nothing firmer: superseded by whatever is announced later.</summary>
    public bool IsExpectation { get; }

    public DateTimeOffset First { get; }

    /// <summary>The newest statement in its own right; see <see cref="AmountFold"/>.</summary>
    public DateTimeOffset Newest { get; set; }

    public IReadOnlySet<string> Origins { get; }

    public string Printed => Money(Value, Currency) + (Qualifier switch { Qualifier.UpTo => " (cap)", Qualifier.AtLeast => " or more", Qualifier.About => " (about)", _ => "" });

    public static string Money(decimal value, string? currency)
    {
        var (scaled, word) = Math.Abs(value) switch
        {
            >= 1_000_000_000_000 => (value / 1_000_000_000_000, " trillion"),
            >= 1_000_000_000 => (value / 1_000_000_000, " billion"),
            >= 1_000_000 => (value / 1_000_000, " million"),
            _ => (value, ""),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{scaled:#,0.###}{word}{(currency is null ? "" : " ")}{currency}");
    }

    public LedgerAmount Shown(ClaimStatus status, string? note) => new()
    {
        Role = Amount.Role,
        Value = Amount.Value,
        Min = Amount.Min,
        Max = Amount.Max,
        Currency = Currency,
        Qualifier = Qualifier,
        AsOf = Claims.Max(c => c.Source.Claim.ReportedAt),
        Status = status,
        IsLead = !Counts,
        Origins = Claims.Where(c => c.Origin.Counts).Select(c => c.Origin.Key).Distinct(StringComparer.Ordinal).Count(),
        Items = Claims.Select(c => c.ItemId).Distinct().Count(),
        Note = note,
        Claims = [.. Claims.OrderByDescending(c => c.Counts && c == _best).ThenByDescending(c => c.Counts && ((Amount)c.Fact).Best == Value).Select(c => c.Source)],
    };
}
