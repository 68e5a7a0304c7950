using System.Text;

namespace NewsWatcher.Tests.Support;

/// <summary>Printed lines, of which one is waited for: what follows its beginning.</summary>
internal sealed class LineWaiter(string beginning) : TextWriter
{
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public Task<string> Line => _found.Task;

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        var line = buffer.ToString();
        if (line.StartsWith(beginning, StringComparison.Ordinal))
        {
            _found.TrySetResult(line[beginning.Length..].Trim());
        }

        return Task.CompletedTask;
    }
}
