namespace NewsWatcher.Deals;

/// <summary>Hashes of every run of three words (six ideographs) of a text, sorted: what copies share.</summary>
internal static class Shingles
{
    /// <summary>Share of the smaller set from which two texts are one: copies with a new headline and a cut tail stay well above, rewrites below.</summary>
    public const double Threshold = 0.40;

    /// <summary>Below this a text is too short to tell a copy by.</summary>
    public const int Fewest = 12;

    private const int Span = 6;

    public static ulong[] Of(string text)
    {
        var tokens = Tokens.Of(text);
        var set = new HashSet<ulong>();
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
                set.Add(hash);
            }
        }

        var sorted = set.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>How much of the smaller set lies in the other; 0 where one is too short to tell.</summary>
    public static double Containment(ulong[] one, ulong[] other)
    {
        var smaller = Math.Min(one.Length, other.Length);
        if (smaller < Fewest)
        {
            return 0;
        }

        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (double)shared / smaller;
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
