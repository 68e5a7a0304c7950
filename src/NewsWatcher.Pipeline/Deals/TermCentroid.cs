namespace NewsWatcher.Deals;

/// <summary>The terms of one development.</summary>
internal sealed class TermCentroid(long development)
{
    public long Development { get; } = development;

    /// <summary>By their numbers, in the order it got them.</summary>
    public List<int> Terms { get; } = [];

    /// <summary>Squared length, in rarities of when it was weighed.</summary>
    public double Norm { get; private set; }

    /// <summary>How many times longer the development may be by now than when it was weighed.</summary>
    public double Understated { get; private set; }

    /// <param name="growth">How many times the items there may be before it is weighed again: rarities rise by no more than its logarithm.</param>
    public void Weigh(int slot, TermTable table, double growth)
    {
        var (norm, mass) = (0.0, 0.0);
        foreach (var number in Terms)
        {
            var weight = table.At(number).WeightOf(slot);
            var rare = weight * table.Rarity(number);
            norm += rare * rare;
            mass += weight * weight;
        }

        Norm = Math.Max(norm, 1e-9);
        Understated = 1 + (Math.Log(growth) * Math.Sqrt(mass / Norm));
    }
}
