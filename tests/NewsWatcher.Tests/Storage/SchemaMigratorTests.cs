using System.Data.Common;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Storage;

public sealed class SchemaMigratorTests
{
    private const string Scripts = "Storage/Schema/";

    // The script from which on all decisions are in one log, and what people had decided before.
    private const int Decisions = 8;

    private const string Decided = """
        insert into item_deals (item_id, deal_id, score, belongs, reasons) values (1, 'd', 1, 1, '["added to the deal by ann"]');
        insert into item_assignments (item_id, deal_id, at, actor) values (1, 'd', 5, 'ann');
        insert into decisions (at, actor, kind, claim_key, corrected, why) values (3, 'bob', 'Rejected', 'k', null, 'a slip');
        insert into decisions (at, actor, kind, claim_key, corrected) values
            (4, 'bob', 'Corrected', 'k', '{"$type":"keyword","keyword":"port","partId":"d","evidence":{"inTitle":false,"start":0,"end":2,"sentence":"As it was read.","rule":"keyword"}}');
        """;

    public static TheoryData<int> EarlierSchemas => [.. Enumerable.Range(1, (int)SchemaMigrator.Newest - 1)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EarlierSchemas))]
    public async Task DatabaseOfAnEarlierSchema_IsBroughtToTheNewestWithItsRows(int schema)
    {
        await using var fresh = await TempDatabase.CreateAsync();
        using var old = new Database(fresh.File("old.db"));
        await old.WriteAsync(async db =>
        {
            foreach (var script in Names().Take(schema))
            {
                await RunAsync(db, await ScriptAsync(script));
            }

            await RunAsync(db, FormattableString.Invariant($"""
                insert into feeds (key, definition, origin, title) values ('one', '{"{}"}', 'file', 'The first');
                insert into items (canonical_url, folded_title, url, title, outlet_id, first_seen_at, reading, reads_page, read_due_at) values ('a', 'a', 'https://a.example/', 'A', 'a', 1, 'due', 0, 1);
                insert into versions (item_id, number, recorded_at, from_page, title, text, notices, is_deal, hash) values (1, 1, 1, 0, 'A', 'As it was read.', '[]', 0, 'h');
                update items set version_id = 1;
                insert into entries (feed_id, key, title, summary, content, categories, enclosures, hash, first_seen_at, last_seen_at, item_id)
                    values (1, 'a', 'A', 'In short.', '<p>As it came.</p>', '[]', '[]', 'h', 1, 1, 1);
                insert into deals (id, root_id, kind, name, position, origin) values ('d', 'd', 'agreement', 'D', 0, 'file');
                {(schema < Decisions ? Decided : "")}
                pragma user_version = {schema};
                """));
        }, Ct);

        await SchemaMigrator.MigrateAsync(old, Ct);
        await SchemaMigrator.MigrateAsync(old, Ct);

        Assert.Equal(await ShapeAsync(fresh.Database), await ShapeAsync(old));
        Assert.Equal([SchemaMigrator.Newest.ToString(System.Globalization.CultureInfo.InvariantCulture)], await TextsAsync(old, "select user_version from pragma_user_version"));
        Assert.Equal(["The first", "A"], await TextsAsync(old, "select title from feeds union all select title from items"));
        Assert.Equal(["ok"], await TextsAsync(old, "pragma integrity_check"));
        Assert.Equal("As it was read.", Assert.Single(await new ItemQueries(old).ListAsync(new ItemFilter { Limit = 10 }, Ct)).Text);
        var due = Assert.Single(await new ReadingStore(old).DueAsync(DateTimeOffset.UnixEpoch.AddDays(1), 10, Ct));
        Assert.Equal(("In short.", "<p>As it came.</p>"), (due.Summary, due.Content));
        if (schema < Decisions)
        {
            var decisions = await new DecisionStore(old).ListAsync(dealId: null, 10, Ct);
            Assert.Equal([("inDeal", "ann", null), ("corrected", "bob", null), ("rejected", "bob", "a slip")], decisions.Select(d => (d.Kind, d.Actor, d.Why)));
            Assert.Equal("port", Assert.IsType<KeywordHit>(Assert.IsType<Decision.Corrected>(decisions[1]).Fact).Keyword);
            Assert.Equal(["added to the deal by ann"], Assert.Single((await new PlacementStore(old).MatchesAsync([1], Ct))[1]).Reasons);
        }
    }

    // Two of one number: a database that has one of them would never get the other.
    [Fact]
    public void Scripts_CountUp() =>
        Assert.Equal([.. Enumerable.Range(1, (int)SchemaMigrator.Newest)], Names().Select(n => int.Parse(n.AsSpan(Scripts.Length, 4), System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task DatabaseOfANewerProgram_IsLeftAlone()
    {
        await using var temp = await TempDatabase.CreateAsync();
        await temp.Database.WriteAsync(db => RunAsync(db, "pragma user_version = 9999"), Ct);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SchemaMigrator.MigrateAsync(temp.Database, Ct));

        Assert.Contains("newer", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names() =>
        typeof(SchemaMigrator).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Scripts, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static async Task<string> ScriptAsync(string name)
    {
        using var reader = new StreamReader(typeof(SchemaMigrator).Assembly.GetManifestResourceStream(name)!); // listed by the assembly itself
        return await reader.ReadToEndAsync(Ct);
    }

    private static Task<List<string>> ShapeAsync(Database database) =>
        TextsAsync(database, "select t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '') from sqlite_master t, pragma_table_info(t.name) c order by 1");

    private static async Task RunAsync(DbConnection db, string sql)
    {
        await using var command = Command(db, sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static Task<List<string>> TextsAsync(Database database, string sql) => database.ReadAsync(async db =>
    {
        await using var command = Command(db, sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }, Ct);

    private static DbCommand Command(DbConnection db, string sql)
    {
        var command = db.CreateCommand();
#pragma warning disable CA2100 // texts of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
