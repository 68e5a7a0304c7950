namespace NewsWatcher.Watching;

/// <summary>How much room there is where the database lies.</summary>
public delegate DiskRoom FreeRoom();
