using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>What the demo read, in a dozen lines: dates, figures, and what was held back and why.</summary>
internal static class DemoTale
{
    private const int MostHeldBack = 4;

    public static async Task TellAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var items = await ItemsAsync(services.GetRequiredService<ItemQueries>(), ct);
        var lines = new List<string> { $"DEMO: the story as it stood on {Day(now)}; nothing here is live. Kept in {services.GetRequiredService<AppPaths>().Data}", Read(items) };
        foreach (var deal in services.GetRequiredService<CurrentCatalog>().Catalog.Deals)
        {
            if (await services.GetRequiredService<LedgerReader>().ReadAsync(deal.Id, now, asOf: null, recordedAsOf: null, ct) is { Coverage.Items: > 0 } ledger)
            {
                lines.AddRange(Ledger(ledger));
            }
        }

        lines.AddRange(HeldBack(items));
        foreach (var line in lines)
        {
            await output.WriteLineAsync(LineFormatter.Escaped(line, 400).AsMemory(), ct);
        }
    }

    private static string Read(IReadOnlyList<ItemDetail> items)
    {
        var dates = items.Select(i => i.Item.ReportedAt).DefaultIfEmpty().ToList();
        var languages = items.GroupBy(i => i.Item.Language ?? "?").OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}");
        var copies = items.Count(i => i.Origin?.CopyOf is not null);
        return $"Read {items.Count} articles ({string.Join(", ", languages)}) of {items.Select(i => i.Item.OutletId).Distinct().Count()} outlets, {Day(dates.Min())} to {Day(dates.Max())}; {copies} of them copies of others";
    }

    private static IEnumerable<string> Ledger(DealLedger ledger)
    {
        yield return $"{ledger.Name}: {Word(ledger.Stage)}; {Figure(ledger.Root.Current)}; spent: {(ledger.Spent is { } spent ? Figure(spent) : "none reported")}; "
            + $"{ledger.Coverage.Items} articles, {ledger.Coverage.Outlets} outlets, {ledger.Coverage.Origins} origins";
        foreach (var part in ledger.Root.Parts.Where(p => p.Amounts.Count > 0).Take(3))
        {
            var earlier = part.Amounts.Where(a => a.Status == ClaimStatus.Superseded).Select(a => $"{Figure(a)} on {Day(a.AsOf)}").Take(1).ToList();
            yield return $"  {part.Name}: {Figure(part.Current)}{Sum(part)}{(earlier.Count > 0 ? $", before that {earlier[0]}" : "")}";
        }

        foreach (var milestone in ledger.Milestones.Where(m => m.Id is not null && !m.IsLead).Take(2))
        {
            yield return $"  {LineFormatter.Escaped(milestone.Event, 80)}: {milestone.Date}, {Word(milestone.Outcome)}{(milestone.IsOverdue ? ", overdue" : "")}";
        }

        foreach (var conflict in ledger.Conflicts.Take(2))
        {
            yield return $"  differing figures ({Word(conflict.Cause)}): {conflict.Text}";
        }
    }

    // A sum is shown only where the figures of the parts are one.
    private static string Sum(LedgerPart part)
    {
        var below = part.Parts.Select(p => p.Current).OfType<LedgerAmount>().ToList();
        return below.Count > 1 && part.Remainder == 0 ? " = " + string.Join(" + ", below.Select(Figure)) : "";
    }

    private static IEnumerable<string> HeldBack(IReadOnlyList<ItemDetail> items)
    {
        var machine = items.Where(i => i.Item.ToArticle().IsAiGenerated).Select(i => $"Held back: \"{i.Item.Title}\" says that a machine wrote it; it confirms nothing");
        var apart = items.Where(i => i.Deals.Count > 0 && !i.Deals.Any(d => d.Belongs))
            .Select(i => $"Held back: \"{i.Item.Title}\": {string.Join("; ", i.Deals[0].Reasons)}");
        return machine.Take(2).Concat(apart).Take(MostHeldBack);
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

    private static string Figure(LedgerAmount? amount)
    {
        if (amount is null)
        {
            return "no confirmed figure";
        }

        var value = amount.Value is { } one ? Short(one) : $"{Short(amount.Min ?? 0)}–{Short(amount.Max ?? 0)}";
        var qualifier = amount.Qualifier switch
        {
            Extraction.Qualifier.UpTo => "up to ",
            Extraction.Qualifier.AtLeast => "at least ",
            Extraction.Qualifier.About => "about ",
            _ => "",
        };
        return $"{qualifier}{value} {amount.Currency}{(amount.IsLead ? " (lead)" : "")}";
    }

    private static string Short(decimal value) => value switch
    {
        >= 1_000_000_000 => (value / 1_000_000_000).ToString("0.###", CultureInfo.InvariantCulture) + " billion",
        >= 1_000_000 => (value / 1_000_000).ToString("0.###", CultureInfo.InvariantCulture) + " million",
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word<T>(T? value) => value?.ToString()?.ToLowerInvariant() ?? "no stage reported";
}
