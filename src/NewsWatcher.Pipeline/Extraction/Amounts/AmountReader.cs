using System.Buffers;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads every explicit quantity of money in a passage, in the order of the text, with qualifier and with the role that its clause gives it.</summary>
public static class AmountReader
{
    /// <param name="passage">What to read.</param>
    /// <param name="around">The article's other text, which may name the country whose money is meant.</param>
    public static IReadOnlyList<Amount> Read(Passage passage, string around = "")
    {
        var buffer = ArrayPool<char>.Shared.Rent(passage.Text.Length);
        try
        {
            var folded = buffer.AsSpan(0, passage.Text.Length);
            Folding.Fold(passage.Text, folded);
            return Read(passage, folded, around, out _);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <param name="passage">What to read.</param>
    /// <param name="folded">Its text, folded.</param>
    /// <param name="around">The article's other text.</param>
    /// <param name="steps">How many steps it took: of the scanner, within numbers and spaces, and in search of roles.</param>
    internal static List<Amount> Read(Passage passage, ReadOnlySpan<char> folded, string around, out int steps)
    {
        steps = 0;
        var text = new AmountText(passage.Text, folded, AmountLanguage.Of(SpokenLanguage.Of(passage.Language, folded)), ref steps);
        var scanner = new AmountScanner(text);
        var roles = new RoleReader(text, passage.Sentences);
        var local = new LocalMoney(text, around);
        var amounts = new List<Amount>();
        while (scanner.Next(out var reading))
        {
            if (local.Resolve(reading) is { } amount)
            {
                amounts.Add(ToAmount(passage, amount with { Role = roles.Of(amount) }));
            }
        }

        steps += scanner.Steps + roles.Steps + local.Steps;
        return amounts;
    }

    private static Amount ToAmount(Passage passage, AmountReading reading) => new(
        passage.Text[reading.Start..reading.End], reading.Upper is null ? reading.Value : null, reading.Upper is null ? null : reading.Value, reading.Upper,
        reading.Money?.Code, reading.Qualifier, reading.Role, reading.Per, null, passage.Evidence(reading.Start, reading.End, "amount"));
}
