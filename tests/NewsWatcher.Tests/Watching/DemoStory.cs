using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Cli;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>run --demo in this process, on a free port and in a folder of its own, for all tests of one class.</summary>
public sealed class DemoStory : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private Task<int> _running = Task.FromResult(0);

    public string Data { get; } = Directory.CreateTempSubdirectory("newswatcher-demo-").FullName;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public JsonNode Ledger { get; private set; } = new JsonObject();

    public JsonNode Root => Ledger["parts"]![0]!;

    public IReadOnlyList<JsonObject> Amounts => [.. Parts(Root).SelectMany(p => p["amounts"]!.AsArray()).OfType<JsonObject>()];

    public JsonNode Part(string id) => Parts(Root).Single(p => (string?)p["id"] == id);

    public async ValueTask InitializeAsync()
    {
        using var output = new LineWaiter("Ready: ");
        _running = Boundary.RunAsync(["run", "--demo", "--data", Data, "--urls", "http://127.0.0.1:0"], new InvocationConfiguration { Output = output, Error = TextWriter.Null }, _stop.Token);
        var ready = await Task.WhenAny(output.Line, _running);
        Address = ready == output.Line ? new Uri(await output.Line) : throw new InvalidOperationException($"the demo ended with {await _running} before it was ready");

        using var printed = new StringWriter();
        Assert.Equal(0, await Boundary.RunAsync(["ledger", "japan-us-550b", "--json", "--demo", "--data", Data], new InvocationConfiguration { Output = printed, Error = TextWriter.Null }, _stop.Token));
        Ledger = JsonNode.Parse(printed.ToString()) ?? throw new InvalidOperationException("printed null");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private static IEnumerable<JsonNode> Parts(JsonNode part) => part["parts"]!.AsArray().SelectMany(p => Parts(p!)).Prepend(part);
}
