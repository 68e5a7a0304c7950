namespace NewsWatcher.Extraction.Amounts;

/// <summary>What a word, sign or code of money stands for.</summary>
/// <param name="Code">ISO 4217; null for a word that several countries use, such as "franc".</param>
/// <param name="Family">What a prefix may refine: "dollar" for every kind of dollar.</param>
/// <param name="Factor">Of the main unit: 0.01 for a cent, 1,000,000 for "MUSD".</param>
internal sealed record Money(string? Code, string Family, decimal Factor, MoneyForm Form);
