namespace NewsWatcher.Deals;

/// <summary>Hashes of every run of three words (six ideographs) of a text, sorted: what copies share.</summary>
internal static class Shingles
{
    /// <summary>Share of the smaller set from which two texts are one: copies with a new headline and a cut tail stay well above, rewrites below.</summary>
    public const double Threshold = 0.40;

    /// <summary>Below this a text is too short to tell a copy by.</summary>
    public const int Fewest = 12;

    private const int Span = 6;

    public static uint[] Of(string text)
    {
        var tokens = Tokens.Of(text);
        var set = new HashSet<uint>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (hash, weight) = (14695981039346656037UL, 0);
            for (var j = i; j < tokens.Count && weight < Span; j++)
            {
                weight += tokens[j].Length == 1 && Tokens.IsUnspaced(tokens[j][0]) ? 1 : 2;
                hash = Mixed(hash, tokens[j]);
            }

            if (weight >= Span)
            {
                set.Add(unchecked((uint)hash));
            }
        }

        var sorted = set.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>How much of the smaller set lies in the other; 0 where one is too short to tell, or where it is less than <see cref="Threshold"/>.</summary>
    /// <param name="steps">How many shingles were looked at: it ends where too few are left.</param>
    public static double Containment(uint[] one, uint[] other, out int steps)
    {
        var smaller = Math.Min(one.Length, other.Length);
        var (i, j, shared) = (0, 0, 0);
        if (smaller >= Fewest)
        {
            var fewest = (int)(Threshold * smaller);
            while (i < one.Length && j < other.Length && shared + Math.Min(one.Length - i, other.Length - j) >= fewest)
            {
                var (a, b) = (one[i], other[j]);
                shared += a == b ? 1 : 0;
                i += a <= b ? 1 : 0;
                j += a >= b ? 1 : 0;
            }
        }

        steps = i + j;
        return smaller >= Fewest && (double)shared / smaller is >= Threshold and var containment ? containment : 0;
    }

    private static ulong Mixed(ulong hash, string token)
    {
        unchecked
        {
            foreach (var c in token)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }

            return (hash ^ 0x1F) * 1099511628211UL;
        }
    }
}
