namespace NewsWatcher.Review;

/// <param name="Advice">What to do next.</param>
public sealed record ProblemView(int Status, string Title, string Advice)
{
    public static ProblemView Of(int status) => status switch
    {
        400 => new(status, "This request cannot be answered", "The address, or the name this page was reached by, is not one NewsWatcher knows. Names beside localhost are listed in Web:AllowedHosts."),
        403 => new(status, "This did not come from a page of NewsWatcher", "Nothing was changed. A form is good for as long as the program runs and the browser keeps its cookie: go back, load the page again and repeat it."),
        404 => new(status, "There is nothing here", "The address may be mistyped, or what it named is no longer followed. Captured items are never deleted: search for it among the items."),
        405 => new(status, "These pages only read", "Facts are decided of on the page only where nobody else can reach it. Everywhere else the command line does it: see newswatcher review --help."),
        >= 500 => new(status, "NewsWatcher made a mistake", "What went wrong is in the log. Nothing that was captured is lost; the watching goes on."),
        _ => new(status, "This request cannot be answered", "Go back, or begin again with the deals."),
    };
}
