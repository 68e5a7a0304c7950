namespace NewsWatcher.Deals;

/// <summary>Groups items into developments online: an answer uses earlier items only and is never taken back.</summary>
public sealed class Developments
{
    /// <summary>Where an item belongs. Nothing is remembered yet.</summary>
    public StoryPlace Place(StoryItem item) => throw Seam.Open(item);

    /// <summary>Remembers a placed item: the one just placed, or, after a restart, those of the last weeks.</summary>
    public void Remember(StoryItem item, long development) => throw Seam.Open(item, development);
}
