using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Reads outlets.json.</summary>
public static class OutletFile
{
    public static IReadOnlyList<Outlet> Read(string text, string file, ICollection<ConfigProblem> problems)
    {
        var hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return ConfigList.Read(text, file, "outlets", problems, o => Outlet(o, hosts), o => o.Id);
    }

    private static Outlet? Outlet(ConfigObject outlet, Dictionary<string, string> hosts)
    {
        var id = outlet.Required("id");
        if (id.Length > 0 && !ConfigId.IsValid(id))
        {
            outlet.Problem($"the id \"{id}\" may hold only a-z, 0-9 and -, at most 64");
        }

        var read = new Outlet
        {
            Id = id,
            Name = outlet.Required("name"),
            Aliases = outlet.Texts("aliases"),
            Hosts = outlet.Texts("hosts"),
            Family = outlet.Text("family") ?? id,
            Tier = outlet.Word<OutletTier>("tier") ?? OutletTier.Unknown,
            Country = outlet.Text("country"),
            Language = outlet.Text("language"),
        };
        foreach (var host in read.Hosts.Where(h => !hosts.TryAdd(h, id)))
        {
            outlet.Problem($"the host \"{host}\" already belongs to \"{hosts[host]}\"");
        }

        return id.Length == 0 ? null : read;
    }
}
