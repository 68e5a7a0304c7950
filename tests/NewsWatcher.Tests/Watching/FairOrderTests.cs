using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class FairOrderTests
{
    [Fact]
    public void HostWithManyAddresses_DoesNotKeepOthersWaiting() => Assert.Equal(
        ["https://a.example/1", "https://b.example/1", "https://a.example/2", "https://a.example/3"],
        FairOrder.ByHost(["https://a.example/1", "https://a.example/2", "https://a.example/3", "https://b.example/1"], u => new Uri(u)));

    [Fact]
    public void AddressWithoutAHost_KeepsItsPlace() => Assert.Equal(
        ["https://xn--a\u00E9.example/", "https://a.example/1", "https://a.example/2"],
        FairOrder.ByHost(["https://xn--a\u00E9.example/", "https://a.example/1", "https://a.example/2"], u => new Uri(u)));
}
