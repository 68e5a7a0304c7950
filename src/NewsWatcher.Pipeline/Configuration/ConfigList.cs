namespace NewsWatcher.Configuration;

/// <summary>A configuration file that is one list of named things, such as {"feeds": […]}.</summary>
public static class ConfigList
{
    /// <summary>Reads every element with <paramref name="read"/> and notes ids that stand twice.</summary>
    public static IReadOnlyList<T> Read<T>(string text, string file, string list, ICollection<ConfigProblem> problems, Func<ConfigObject, T?> read, Func<T, string> id)
        where T : class
    {
        if (ConfigText.Parse(text, file, problems) is not { } root)
        {
            return [];
        }

        var top = new ConfigObject(root, file, problems);
        if (!top.Has(list))
        {
            top.Problem($"\"{list}\" is missing");
        }

        var found = new List<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in top.Children(list))
        {
            if (read(element) is not { } value)
            {
                continue;
            }

            if (!ids.Add(id(value)))
            {
                element.Problem($"the id \"{id(value)}\" is used twice");
            }

            element.NoOthers();
            found.Add(value);
        }

        top.NoOthers();
        return found;
    }
}
