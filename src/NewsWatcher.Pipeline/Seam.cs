namespace NewsWatcher;

/// <summary>Marks a member whose room is laid out and not furnished yet.</summary>
internal static class Seam
{
    public static NotSupportedException Open(params object?[] given) => new($"not built yet ({given.Length} arguments)");
}
