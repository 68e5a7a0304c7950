namespace NewsWatcher.Feeds;

/// <summary>What becomes an entry of a newsletter: every story that it links, or the mail as a whole.</summary>
public enum MailEntries
{
    Story,
    Mail,
}
