namespace NewsWatcher.Extraction.Amounts;

/// <summary>How money is named, which decides where the name may stand and how far it is trusted.</summary>
internal enum MoneyForm : byte
{
    Sign,

    /// <summary>A sign that stands only before its number: "\\100".</summary>
    Prefix,

    /// <summary>Letters that stand only before a number, and are a word unless they begin with a capital: "Le", "Fr.".</summary>
    CapitalPrefix,

    /// <summary>Letters that stand for money only where the text names its country: "P64 billion" in the Philippines.</summary>
    LocalPrefix,

    /// <summary>An ISO code that is no word: "USD".</summary>
    Code,

    /// <summary>A code that is also a word or a name ("TOP", "CUP"): it needs more evidence.</summary>
    WeakCode,

    Noun,

    /// <summary>A noun that may stand before its number: "ringgit 42".</summary>
    LeadingNoun,

    /// <summary>A noun that also means something else: "pound", "mark", "won".</summary>
    DoubtfulNoun,

    Subunit,

    /// <summary>A subunit only after its main unit: "43c", 三毛.</summary>
    TrailingSubunit,
}
