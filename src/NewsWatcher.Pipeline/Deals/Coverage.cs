namespace NewsWatcher.Deals;

/// <summary>"9 articles, 6 outlets, 2 origins".</summary>
public sealed record Coverage(int Items, int Outlets, int Origins)
{
    public static Coverage None { get; } = new(0, 0, 0);
}
