namespace NewsWatcher.Tests.Support;

internal static class Arrivals
{
    extension(HostileServer server)
    {
        /// <summary>The next request is there.</summary>
        public Task ArrivedAsync() => server.ArrivedAsync(TestContext.Current.CancellationToken);
    }
}
