namespace NewsWatcher.Deals;

/// <summary>What a person's word on a claim would change, the gravest first.</summary>
public enum Consequence
{
    /// <summary>It settles or opens a conflict that alarms.</summary>
    Conflict,

    /// <summary>It moves a figure that counts.</summary>
    Total,

    /// <summary>It moves the stage of the deal or of a part.</summary>
    Stage,

    /// <summary>It fixes or moves a date.</summary>
    Milestone,

    /// <summary>It says who has a part in it.</summary>
    Party,
}
