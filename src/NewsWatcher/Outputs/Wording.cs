using System.Globalization;
using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Fetching;

namespace NewsWatcher.Outputs;

/// <summary>The vocabulary as pages and terminal say it to people.</summary>
public static class Wording
{
    public static string Of(Stage? stage) => stage switch
    {
        null => "no stage reported",
        Stage.Mou => "memorandum",
        { } known => Lower(known),
    };

    public static string Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Current => "current",
        ClaimStatus.Lead => "lead, not confirmed",
        ClaimStatus.Superseded => "superseded",
        _ => "rejected",
    };

    public static string Of(AmountRole role) => role switch
    {
        AmountRole.PerShare => "per share",
        AmountRole.RevenueOrProfit => "revenue or profit",
        _ => Lower(role),
    };

    /// <summary>What goes before the figure: "up to ", with its space; "" for exact ones and ranges.</summary>
    public static string Of(Qualifier qualifier) => qualifier switch
    {
        Qualifier.About => "about ",
        Qualifier.UpTo => "up to ",
        Qualifier.AtLeast => "at least ",
        _ => "",
    };

    public static string Of(SourceGrade grade) => grade switch
    {
        SourceGrade.OfficialDocument => "official document",
        SourceGrade.NamedOfficial => "named official",
        SourceGrade.UnnamedSources => "unnamed sources",
        SourceGrade.Aggregator => "aggregator",
        _ => "reported",
    };

    public static string Of(ConflictCause cause) => cause switch
    {
        ConflictCause.Rounding => "rounding",
        ConflictCause.Scope => "different scope",
        ConflictCause.Superseded => "overtaken by a newer report",
        ConflictCause.Currency => "different currencies",
        ConflictCause.PerYear => "per year against in all",
        ConflictCause.SameOrigin => "one source, told twice",
        ConflictCause.UnitSlip => "likely slip of unit or digit",
        _ => "sources disagree",
    };

    public static string Of(Consequence consequence) => consequence switch
    {
        Consequence.Conflict => "conflict",
        Consequence.Total => "figure",
        _ => Lower(consequence),
    };

    public static string Of(PartyRole? role) => role is { } known ? Lower(known) : "no role stated";

    public static string Of(PartyStrength strength) => Lower(strength);

    public static string Of(MilestoneOutcome outcome) => Lower(outcome);

    public static string Of(DealKind kind) => Lower(kind);

    public static string Of(Notice notice) => notice.Kind switch
    {
        NoticeKind.AiGenerated => "publisher says: AI-generated",
        NoticeKind.AiAssisted => "publisher says: AI-assisted",
        NoticeKind.AiImage => "publisher says: AI-generated picture",
        NoticeKind.Paywalled => "paywalled",
        NoticeKind.LiveBlog => "live blog",
        _ => "publisher says: corrected",
    };

    public static string Of(OutcomeClass? outcome) => outcome switch
    {
        null => "not polled yet",
        OutcomeClass.Ok => "read",
        OutcomeClass.NotModified => "nothing new",
        OutcomeClass.ParseError => "not readable as a feed",
        OutcomeClass.HttpError => "server or connection error",
        OutcomeClass.Timeout => "took too long",
        OutcomeClass.TooLarge => "too large",
        OutcomeClass.Blocked => "refused: not a public address",
        OutcomeClass.Gone => "says it is gone",
        OutcomeClass.Moved => "moved, followed",
        _ => "asked to wait",
    };

    /// <summary>Of an item's reading state.</summary>
    public static string OfReading(string reading) => reading switch
    {
        "due" => "not read yet",
        "read" => "read in full",
        "headline" => "headline only",
        "unreadable" => "refused or unreadable",
        "paywalled" => "paywalled: as far as it is open",
        "robots" => "refused by robots.txt",
        _ => reading,
    };

    /// <summary>"9 articles", "1 outlet".</summary>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    public static string Of(Coverage coverage) =>
        $"{Count(coverage.Items, "article")}, {Count(coverage.Outlets, "outlet")}, {Count(coverage.Origins, "origin")}";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
