namespace NewsWatcher.Deals;

/// <summary>The terms of an item as an index is asked for them: the fewer items have a term, the earlier. Made once and filled for every item.</summary>
internal sealed class TermQuery
{
    private (int Number, double Worth)[] _terms = [];
    private double[] _order = [];
    private double[] _rest = [];
    private TermWeight[]? _item;
    private int _items;

    public int Count { get; private set; }

    /// <summary>The item's squared length.</summary>
    public double Norm { get; private set; }

    public void Ask(TermWeight[] item, TermTable table)
    {
        if (ReferenceEquals(_item, item) && _items == table.Items)
        {
            return;
        }

        (_item, _items, Count) = (item, table.Items, item.Length);
        if (_rest.Length <= Count)
        {
            (_terms, _order, _rest) = (new (int, double)[2 * Count], new double[2 * Count], new double[(2 * Count) + 1]);
        }

        Norm = 0;
        for (var i = 0; i < Count; i++)
        {
            var number = table.Find(item[i].Term);
            var rarity = table.Rarity(number);
            Norm += item[i].Weight * rarity * item[i].Weight * rarity;
            (_terms[i], _order[i]) = ((number, item[i].Weight * rarity * rarity), -rarity);
        }

        Array.Sort(_order, _terms, 0, Count);
        // Rarity is the order with its sign turned: weight times rarity is worth over rarity.
        var left = 0.0;
        _rest[Count] = 0;
        for (var i = Count - 1; i >= 0; i--)
        {
            var part = _terms[i].Worth / _order[i];
            left += part * part;
            _rest[i] = Math.Sqrt(left / Norm);
        }
    }

    /// <summary>-1 for a term that nobody had.</summary>
    public int Number(int at) => _terms[at].Number;

    /// <summary>What a weight of the term adds to the product of the two.</summary>
    public double Worth(int at) => _terms[at].Worth;

    /// <summary>The most that the terms from here on can add to a cosine.</summary>
    public double Rest(int at) => _rest[at];
}
