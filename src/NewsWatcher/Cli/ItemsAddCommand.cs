using System.CommandLine;
using NewsWatcher.Feeds;

namespace NewsWatcher.Cli;

/// <summary>items add: a link, a file or pasted text. What a new deal has behind it comes in this way.</summary>
internal static class ItemsAddCommand
{
    private const int MostCharacters = 4 * 1024 * 1024;

    private static readonly Argument<string> Source = new("URL|FILE|-") { Description = "A page on the web, a file with a page or plain text, or - for text on standard input" };
    private static readonly Option<string?> Deal = new("--deal") { Description = "The deal it belongs to, whatever the matcher thinks of it" };
    private static readonly Option<string?> Title = new("--title") { Description = "Its headline, instead of the one that is read" };
    private static readonly Option<string?> Url = new("--url") { Description = "Where a file or text was published" };
    private static readonly Option<Moment?> Published = Moment.Option("--published", "When it was published, instead of the date that is read");

    public static Command Create() => new Verb("add", "Take a link, a file or pasted text into the pipeline",
        "items add https://news.example/story", "items add page.html --url https://news.example/story --deal korea-us-350b", "items add - --title \"Port deal signed\" --published 2026-02-18 < pasted.txt")
    {
        Source, Deal, Title, Url, Published, GlobalOptions.Json,
    }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (source, deal) = (parsed.GetRequiredValue(Source), parsed.GetValue(Deal));
        if (deal is not null && session.Catalog.Deal(deal) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(deal));
        }

        if (source is not "-" && CanonicalUrl.Of(source) is null && !File.Exists(source))
        {
            return terminal.NotFound($"There is no file {source}; an address begins with http:// or https://.");
        }

        var text = source is "-" ? await PastedAsync(Console.In, ct) : null;
        if (text is { Length: > MostCharacters })
        {
            return terminal.Refuse("Nothing was added: the text is longer than 4 million characters.", ExitCodes.Usage);
        }

        return await new ItemSupply(source)
        {
            Text = text, DealId = deal, Title = parsed.GetValue(Title), Url = parsed.GetValue(Url), Published = parsed.GetValue(Published)?.From(session.Clock.GetUtcNow()),
        }.TakeAsync(session, terminal, parsed.GetValue(GlobalOptions.Json), ct);
    }

    // Standard input may have no end.
    private static async Task<string> PastedAsync(TextReader input, CancellationToken ct)
    {
        var pasted = new System.Text.StringBuilder();
        var buffer = new char[64 * 1024];
        while (pasted.Length <= MostCharacters && await input.ReadAsync(buffer, ct) is > 0 and var read)
        {
            pasted.Append(buffer, 0, read);
        }

        return pasted.ToString();
    }
}
