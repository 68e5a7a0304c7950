namespace NewsWatcher.Fetching;

/// <summary>Lets few fetches at once to a host, in the order they came, and keeps some time between the spaced ones. Hosts do not wait for each other.</summary>
internal sealed class HostGate(int atOnce, TimeSpan spacing, TimeProvider clock)
{
    private const int ManyHosts = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _hosts.Count;
            }
        }
    }

    public async Task<IDisposable> EnterAsync(string name, bool isSpaced, CancellationToken ct)
    {
        var host = Take(name);
        try
        {
            await host.Slots.WaitAsync(ct);
            try
            {
                if (isSpaced && spacing > TimeSpan.Zero && Wait(host) is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, ct);
                }
            }
            catch
            {
                host.Slots.Release();
                throw;
            }
        }
        catch
        {
            Leave(host);
            throw;
        }

        return new Pass(this, host);
    }

    private Host Take(string name)
    {
        lock (_lock)
        {
            if (_hosts.Count >= ManyHosts)
            {
                ForgetIdle();
            }

            if (!_hosts.TryGetValue(name, out var host))
            {
                _hosts[name] = host = new(atOnce);
            }

            host.Visitors++;
            return host;
        }
    }

    private void ForgetIdle()
    {
        foreach (var (name, host) in _hosts)
        {
            if (host.Visitors == 0 && host.NextStart <= clock.GetUtcNow())
            {
                _hosts.Remove(name);
                host.Slots.Dispose();
            }
        }
    }

    private TimeSpan Wait(Host host)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var start = host.NextStart > now ? host.NextStart : now;
            // A clock that was set back must not stop a host for hours.
            start = start > now + (spacing * (atOnce + 1)) ? now : start;
            host.NextStart = start + spacing;
            return start - now;
        }
    }

    private void Leave(Host host)
    {
        lock (_lock)
        {
            host.Visitors--;
        }
    }

    private sealed class Host(int atOnce)
    {
        public SemaphoreSlim Slots { get; } = new(atOnce);

        public DateTimeOffset NextStart { get; set; }

        /// <summary>Those inside and those waiting.</summary>
        public int Visitors { get; set; }
    }

    private sealed class Pass(HostGate gate, Host host) : IDisposable
    {
        public void Dispose()
        {
            host.Slots.Release();
            gate.Leave(host);
        }
    }
}
