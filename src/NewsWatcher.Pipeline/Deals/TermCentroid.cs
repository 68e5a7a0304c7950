namespace NewsWatcher.Deals;

/// <summary>The terms of one development.</summary>
internal sealed class TermCentroid(long development)
{
    // Rarities moved by no more than its logarithm until there are this many times the items.
    private const double Growth = 1.1;

    private double _norm;
    private int _normAt;

    public long Development { get; } = development;

    /// <summary>By their numbers, in the order it got them.</summary>
    public List<int> Terms { get; } = [];

    /// <summary>How many times longer the development may be than its norm says, which is not always of today.</summary>
    public double Understated { get; private set; } = 1;

    /// <summary>Squared length. Rarities drift with every item: it is computed anew once they moved by a tenth.</summary>
    public double Norm(int slot, TermTable table)
    {
        if (_normAt == 0 || table.Items > _normAt * Growth)
        {
            var (norm, mass) = (0.0, 0.0);
            foreach (var number in Terms)
            {
                var weight = table.At(number).WeightOf(slot);
                var rare = weight * table.Rarity(number);
                norm += rare * rare;
                mass += weight * weight;
            }

            (_norm, _normAt) = (Math.Max(norm, 1e-9), table.Items);
            Understated = 1 + (Math.Log(Growth) * Math.Sqrt(mass / _norm));
        }

        return _norm;
    }

    public void Changed() => (_normAt, Understated) = (0, 1);
}
