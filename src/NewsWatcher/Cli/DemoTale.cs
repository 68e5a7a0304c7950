using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>What the demo read, in a dozen lines: steps with their dates and figures, and what was held back and why.</summary>
internal static class DemoTale
{
    private const int MostSteps = 12;
    private const int MostHeldBack = 5;

    public static async Task TellAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var items = await ItemsAsync(services.GetRequiredService<ItemQueries>(), ct);
        var ledgers = new List<DealLedger>();
        foreach (var deal in services.GetRequiredService<CurrentCatalog>().Catalog.Deals)
        {
            if (await services.GetRequiredService<LedgerReader>().ReadAsync(deal.Id, now, asOf: null, recordedAsOf: null, ct) is { Coverage.Items: > 0 } ledger)
            {
                ledgers.Add(ledger);
            }
        }

        IEnumerable<string> lines =
        [
            $"DEMO: the story as it stood on {UtcText.Day(now)}; nothing here is live. Kept in {services.GetRequiredService<AppPaths>().Data}",
            Read(items),
            .. ledgers.SelectMany(Ledger),
            .. HeldBack(ledgers, items),
        ];
        foreach (var line in lines)
        {
            await output.WriteLineAsync(LineFormatter.Escaped(line, 400).AsMemory(), ct);
        }
    }

    private static string Read(IReadOnlyList<ItemDetail> items)
    {
        var dates = items.Select(i => i.Item.ReportedAt).DefaultIfEmpty().ToList();
        var languages = items.GroupBy(i => Language(i.Item.Language)).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}");
        var copies = items.Count(i => i.Origin?.CopyOf is not null);
        return $"Read {Wording.Count(items.Count, "article")} ({string.Join(", ", languages)}) of {Wording.Count(items.Select(i => i.Item.OutletId).Distinct().Count(), "outlet")}, "
            + $"{UtcText.Day(dates.Min())} to {UtcText.Day(dates.Max())}{(copies > 0 ? $"; {copies} only copied another" : "")}";
    }

    private static string Language(string? code) => code is null ? "of unknown language" : CultureInfo.GetCultureInfo(code).EnglishName;

    private static IEnumerable<string> Ledger(DealLedger ledger) =>
        Steps(ledger).OrderBy(s => s.Day, StringComparer.Ordinal).Take(MostSteps).Select(s => $"  {s.Day,-10}  {s.Text}")
            .Prepend($"{ledger.Name}: {Wording.Of(ledger.Stage)}; spent: {(ledger.Spent is { } spent ? FactText.Sum(spent) : "none reported")}; {Wording.Of(ledger.Coverage)}");

    private static IEnumerable<(string Day, string Text)> Steps(DealLedger ledger)
    {
        // A tranche speaks for its projects; where it has no figure of its own, they speak for themselves.
        foreach (var part in ledger.Root.Parts.SelectMany(p => p.Current is null ? p.WithDescendants() : [p]).Prepend(ledger.Root))
        {
            var name = part == ledger.Root ? "The deal itself" : part.Name;
            foreach (var earlier in part.Amounts.Where(a => a.Status == ClaimStatus.Superseded).Take(1))
            {
                yield return (First(earlier), $"{name}: {FactText.Sum(earlier)}{(earlier.IsLead ? ", a lead" : "")} ({earlier.Note ?? "superseded"})");
            }

            if (part.Current is { } current)
            {
                yield return (First(current), $"{name}: {FactText.Sum(current)}{(FactText.AddendText(part) is { Length: > 0 } sum ? " " + sum : "")} ({Wording.Count(current.Origins, "origin")})");
            }
        }

        foreach (var milestone in ledger.Milestones.Where(m => m.Id is not null && !m.IsLead))
        {
            var first = milestone.Dates is [var earliest, ..] && earliest != milestone.Date ? $" (first known as {earliest})" : "";
            yield return (milestone.Date.ToString(), $"{milestone.Event}: {Wording.Of(milestone.Outcome)}{(milestone.IsOverdue ? ", overdue" : "")}{first}");
        }
    }

    private static string First(LedgerAmount amount) => UtcText.Day(amount.Claims.Min(c => c.Claim.ReportedAt));

    private static IEnumerable<string> HeldBack(IReadOnlyList<DealLedger> ledgers, IReadOnlyList<ItemDetail> items)
    {
        var figures = ledgers.SelectMany(l => l.Root.WithDescendants()).SelectMany(p => p.Amounts).Where(a => a.Status == ClaimStatus.Lead)
            .Select(a => $"{FactText.Sum(a)} of {First(a)}: {a.Note ?? "no independent origin says so"}");
        var machine = items.Where(i => i.Item.ToArticle().IsAiGenerated).Select(i => $"“{i.Item.Title}”: says that a machine wrote it, so it confirms nothing");
        var apart = items.Where(i => i.Deals.Count > 0 && !i.Deals.Any(d => d.Belongs)).Select(i => $"“{i.Item.Title}”: {i.Deals[0].Reasons[^1].Replace("held back: ", "", StringComparison.Ordinal)}");
        var background = ledgers.Sum(l => l.Background.Count);
        var lines = figures.Concat(machine).Concat(apart).Take(MostHeldBack).Select(t => $"Held back: {t}");
        return background > 0 ? lines.Append($"Set apart: {Wording.Count(background, "number")} that {(background == 1 ? "is" : "are")} no part of the deal") : lines;
    }

    private static async Task<IReadOnlyList<ItemDetail>> ItemsAsync(ItemQueries queries, CancellationToken ct)
    {
        var items = new List<ItemDetail>();
        while (await queries.PageAsync(items.Count == 0 ? 0 : items[^1].Item.Id, 100, ct) is { Count: > 0 } page)
        {
            items.AddRange(page);
        }

        return items;
    }
}
