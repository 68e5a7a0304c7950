namespace NewsWatcher.Watching;

/// <summary>Gathers what many bring one at a time into portions for one of them to carry on.</summary>
internal sealed class Portions<T>(int size)
{
    private readonly Lock _lock = new();
    private List<T> _gathered = [];

    /// <summary>A whole portion for whoever completed it; nothing for the others.</summary>
    public IReadOnlyList<T> Add(T one)
    {
        lock (_lock)
        {
            _gathered.Add(one);
            return _gathered.Count < size ? [] : Taken();
        }
    }

    /// <summary>What there is, a whole portion or not.</summary>
    public IReadOnlyList<T> Rest()
    {
        lock (_lock)
        {
            return Taken();
        }
    }

    private List<T> Taken()
    {
        var taken = _gathered;
        _gathered = [];
        return taken;
    }
}
