using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace NewsWatcher.Deals;

/// <summary>How many items had a term, and which developments hold it with what weight. Most terms have one holder, which needs no list.</summary>
internal struct TermPostings
{
    private (int Slot, float Weight) _only;
    private (int Slot, float Weight)[]? _many;

    public int Documents { get; set; }

    public int Count { get; private set; }

    /// <summary>By slot, ascending.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<(int Slot, float Weight)> Holders => _many is not null ? _many.AsSpan(0, Count) : Count == 1 ? MemoryMarshal.CreateReadOnlySpan(in _only, 1) : [];

    /// <summary>0 where a development does not hold the term.</summary>
    public readonly float WeightOf(int slot)
    {
        var holders = Holders;
        return IndexOf(slot) is >= 0 and var at ? holders[at].Weight : 0;
    }

    /// <summary>True when the development did not hold the term before.</summary>
    public bool Add(int slot, float weight)
    {
        var at = IndexOf(slot);
        if (at >= 0)
        {
            (_many is null ? ref _only : ref _many[at]).Weight += weight;
            return false;
        }

        Insert(~at, (slot, weight));
        return true;
    }

    public void Remove(int slot)
    {
        if (IndexOf(slot) is >= 0 and var at)
        {
            Count--;
            if (_many is not null)
            {
                Array.Copy(_many, at + 1, _many, at, Count - at);
                _many = Count == 0 ? null : _many;
            }
        }
    }

    private void Insert(int at, (int Slot, float Weight) holder)
    {
        if (Count == 0 && _many is null)
        {
            (_only, Count) = (holder, 1);
            return;
        }

        _many ??= [_only];
        if (Count == _many.Length)
        {
            Array.Resize(ref _many, Count + Math.Max(2, Count / 2));
        }

        Array.Copy(_many, at, _many, at + 1, Count - at);
        (_many[at], Count) = (holder, Count + 1);
    }

    // The complement of where it belongs when it is not there, as a binary search tells it.
    private readonly int IndexOf(int slot)
    {
        var holders = Holders;
        var (low, high) = (0, holders.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (holders[middle].Slot == slot)
            {
                return middle;
            }

            (low, high) = holders[middle].Slot < slot ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
