namespace NewsWatcher.Extraction.Text;

/// <summary>What the words of a language tell. Each is a section of its files: "[stage agreed]", "[role lender after]".</summary>
internal enum CueKind
{
    /// <summary>A step of a deal; the value is a <see cref="Extraction.Stage"/>.</summary>
    Stage,

    /// <summary>A role beside a name; the value is a <see cref="PartyRole"/>.</summary>
    Role,

    /// <summary>The value is a <see cref="PartyStrength"/>.</summary>
    Strength,

    /// <summary>Makes its clause say the opposite.</summary>
    Negation,
    Hedge,
    Future,

    /// <summary>Tells of something older than the news.</summary>
    Background,

    /// <summary>Whose word it is; the value is a <see cref="SourceGrade"/>.</summary>
    Source,

    /// <summary>Ends the name of an organisation; the value is the <see cref="PartyRole"/> that its kind suggests, or -1.</summary>
    Organisation,

    /// <summary>Ends the name of a publisher.</summary>
    Outlet,

    /// <summary>Stands before or after the name of a person.</summary>
    Person,

    /// <summary>Puts the organisation beside it at the table without saying as what.</summary>
    Party,

    /// <summary>A word after which a name begins.</summary>
    NameStart,

    /// <summary>Capitalised or foreign words that are no names.</summary>
    Common,

    /// <summary>What a project builds.</summary>
    Facility,

    /// <summary>The value is a milestone's <see cref="MilestoneOutcome"/>.</summary>
    Outcome,

    /// <summary>A word of a date; the value is a <see cref="Milestones.DateWord"/>.</summary>
    Date,
    Month,
    Weekday,

    /// <summary>How a business does: a date beside it is no step of a deal.</summary>
    Results,

    /// <summary>Speaks for an article about deals; the value is its weight.</summary>
    Topic,
}
