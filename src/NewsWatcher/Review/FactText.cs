using NewsWatcher.Extraction;

namespace NewsWatcher.Review;

/// <summary>A fact in a few words.</summary>
public static class FactText
{
    /// <summary>amount, party, stage, milestone, project or keyword: the colour and the word of the legend.</summary>
    public static string Kind(Fact fact) => fact switch
    {
        Amount => "amount",
        PartyMention => "party",
        StageReading => "stage",
        MilestoneReading => "milestone",
        ProjectMention => "project",
        _ => "keyword",
    };

    public static string Of(Fact fact) => fact switch
    {
        Amount amount => $"{Money.Text(amount)}, {Wording.Of(amount.Role)}",
        PartyMention party => $"{party.KnownAs ?? party.Name}, {Wording.Of(party.Role)}, {Wording.Of(party.Strength)}",
        StageReading stage => $"{Wording.Of(stage.Stage)}, {Wording.Of(stage.Grade)}{(stage.Hedged ? ", hedged" : "")}{(stage.IsNews ? ", the news of the article" : "")}",
        MilestoneReading milestone => $"{milestone.Event}, {Dates.Partial(milestone.Date)}, {Wording.Of(milestone.Outcome)}",
        ProjectMention project => project.Name,
        KeywordHit keyword => keyword.Keyword,
        _ => fact.CanonicalValue,
    };
}
