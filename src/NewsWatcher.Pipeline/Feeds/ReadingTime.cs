namespace NewsWatcher.Feeds;

/// <summary>The processor time that reading one body may take. The bounds on its size, depth and number of parts keep every kind of body that is known far below;
/// this is for those that are not.</summary>
/// <param name="used">What the thread has used so far.</param>
internal sealed class ReadingTime(Func<TimeSpan> used)
{
    public const string Told = "something that takes more than 5 s of processor time to read";

    // To look costs as much as reading a small element.
    private const int BetweenLooks = 64;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _from = used();
    private int _parts;
    private bool _isSpent;

    public ReadingTime()
        : this(ThreadTime.Used)
    {
    }

    /// <summary>Asked before every part that is read. Once true it stays so.</summary>
    public bool IsSpent()
    {
        if (!_isSpent && _parts++ % BetweenLooks == 0)
        {
            _isSpent = used() - _from > Most;
        }

        return _isSpent;
    }
}
