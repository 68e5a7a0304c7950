using NewsWatcher.Extraction;

namespace NewsWatcher.Cli;

/// <summary>Asks for a deal, one line an answer; what cannot be understood is asked again.</summary>
internal sealed class DealQuestions(TextReader input, TextWriter output)
{
    /// <summary>Null when the answers end before there is a name.</summary>
    public async Task<DealDraft?> AskAsync(CancellationToken ct)
    {
        await output.WriteLineAsync("Which deal do you want to follow? An empty answer leaves a question open.".AsMemory(), ct);
        string? name;
        while ((name = await AnswerAsync("Name, as the news call it", ct)) is "")
        {
        }

        return name is null ? null : new DealDraft
        {
            Name = name,
            Aliases = await ListAsync("Other names, separated by commas", ct),
            Parties = await PartiesAsync(ct),
            Keywords = await ListAsync("Keywords, separated by commas", ct),
            Total = await TotalAsync(ct),
            From = await AnswerAsync("A link or a file to start from", ct) is { Length: > 0 } from ? from : null,
        };
    }

    private async Task<IReadOnlyList<string>> ListAsync(string question, CancellationToken ct) =>
        (await AnswerAsync(question, ct) ?? "").Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<FollowedParty>> PartiesAsync(CancellationToken ct)
    {
        var parties = new List<FollowedParty>();
        while (await AnswerAsync("A party, such as Japan|日本=government (empty: no more)", ct) is { Length: > 0 } answer)
        {
            if (DealOptions.Party(answer, out var refusal) is { } party)
            {
                parties.Add(party);
            }
            else
            {
                await output.WriteLineAsync(refusal.AsMemory(), ct);
            }
        }

        return parties;
    }

    private async Task<StatedTotal?> TotalAsync(CancellationToken ct)
    {
        while (await AnswerAsync("Total, such as 550 billion USD", ct) is { Length: > 0 } answer)
        {
            if (DealOptions.Total(answer, out var refusal) is { } total)
            {
                return total;
            }

            await output.WriteLineAsync(refusal.AsMemory(), ct);
        }

        return null;
    }

    private async Task<string?> AnswerAsync(string question, CancellationToken ct)
    {
        await output.WriteAsync($"{question}: ".AsMemory(), ct);
        await output.FlushAsync(ct);
        return (await input.ReadLineAsync(ct))?.Trim();
    }
}
