namespace NewsWatcher.Extraction.Milestones;

/// <summary>What a word of a date says. Sections "[date nextyear]" of the languages' files.</summary>
internal enum DateWord
{
    LastYear,
    ThisYear,
    NextYear,
    YearAfterNext,
    LastMonth,
    ThisMonth,
    NextMonth,

    /// <summary>The last day of what follows or precedes: "end of", 末.</summary>
    End,

    /// <summary>Early, mid, late: the month or year itself is all that can be said.</summary>
    Within,
    FirstHalf,
    SecondHalf,
    Quarter1,
    Quarter2,
    Quarter3,
    Quarter4,

    /// <summary>年末, year-end: the end of this year unless another is named.</summary>
    YearEnd,

    /// <summary>Today, yesterday and the like.</summary>
    Today,
    Tomorrow,
    Yesterday,

    /// <summary>"next" before a weekday.</summary>
    Next,

    /// <summary>Stands between the parts of a date: "of", の.</summary>
    Joint,

    /// <summary>Stands before a bare year: "in 2028".</summary>
    YearAhead,
}
