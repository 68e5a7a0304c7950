namespace NewsWatcher.Watching;

/// <summary>Bytes of the disk that the database lies on.</summary>
public readonly record struct DiskRoom(long Free, long Total)
{
    private const long FewForArticles = 200 * 1024 * 1024;
    private const long FewForPolls = 100 * 1024 * 1024;
    private const int SmallestShare = 50;

    /// <summary>Whether pages may be fetched: 200 MiB are free, and a fiftieth of the disk.</summary>
    public bool IsEnoughForArticles => Free >= FewForArticles && Free >= Total / SmallestShare;

    public bool IsEnoughForPolls => Free >= FewForPolls;
}
