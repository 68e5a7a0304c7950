namespace NewsWatcher.Deals;

/// <summary>Every term that items had, by a small number: how many had it, and which developments hold it.</summary>
internal sealed class TermTable(int capacity)
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly Stack<int> _free = [];
    private TermPostings[] _terms = new TermPostings[256];
    private int _counted;

    public int Items { get; set; }

    /// <summary>-1 for a term that nobody had.</summary>
    public int Find(ulong term) => _numbers.TryGetValue(term, out var number) ? number : -1;

    /// <summary>A term that one more item has.</summary>
    public int Count(ulong term)
    {
        if (!_numbers.TryGetValue(term, out var number))
        {
            number = _free.Count > 0 ? _free.Pop() : _numbers.Count;
            if (number == _terms.Length)
            {
                Array.Resize(ref _terms, 2 * number);
            }

            _numbers[term] = number;
        }

        _counted += _terms[number].Documents++ == 0 ? 1 : 0;
        return number;
    }

    public ref TermPostings At(int number) => ref _terms[number];

    /// <summary>The more, the fewer items have it.</summary>
    /// <param name="number">-1 for a term that nobody had.</param>
    public double Rarity(int number) => Math.Log((Items + 2.0) / ((number < 0 ? 0 : _terms[number].Documents) + 1.0));

    /// <summary>Forgets how often the rarest terms were met, once there are too many to remember: those met once, and more where that is not enough.</summary>
    public void Bound()
    {
        for (var most = 1; _counted > capacity; most *= 2)
        {
            foreach (var (term, number) in _numbers)
            {
                ref var known = ref _terms[number];
                if (known.Documents > 0 && known.Documents <= most)
                {
                    known.Documents = 0;
                    _counted--;
                }

                // Whoever holds it still finds it by its number.
                if (known.Documents == 0 && known.Count == 0)
                {
                    _numbers.Remove(term);
                    _free.Push(number);
                }
            }
        }
    }
}
