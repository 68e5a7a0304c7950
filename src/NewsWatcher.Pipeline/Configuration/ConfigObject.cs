using System.Globalization;
using System.Text.Json;

namespace NewsWatcher.Configuration;

/// <summary>One object of a configuration file: reads its members, and notes every problem instead of stopping at the first.</summary>
public sealed class ConfigObject(ConfigNode node, string file, ICollection<ConfigProblem> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "$schema", "$comment" };

    public int Line => node.Line;

    public bool Has(string name) => node[name] is { Kind: not JsonValueKind.Null };

    public void Problem(string message) => problems.Add(new(file, node.Line, message));

    /// <summary>The text of a member; "" with a problem when it is required and missing.</summary>
    public string Required(string name)
    {
        if (Text(name) is { Length: > 0 } text)
        {
            return text;
        }

        if (!Has(name) || node[name]!.Kind == JsonValueKind.String)
        {
            Problem($"\"{name}\" is missing");
        }

        return "";
    }

    public string? Text(string name) => Member(name, JsonValueKind.String, "a text")?.Text.Trim();

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var item in Member(name, JsonValueKind.Array, "a list of texts")?.Items ?? [])
        {
            if (item.Kind == JsonValueKind.String && item.Text.Trim().Length > 0)
            {
                texts.Add(item.Text.Trim());
            }
            else
            {
                problems.Add(new(file, item.Line, $"\"{name}\" holds something that is no text"));
            }
        }

        return texts;
    }

    public decimal? Number(string name)
    {
        if (Member(name, JsonValueKind.Number, "a number") is not { } member)
        {
            return null;
        }

        if (decimal.TryParse(member.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        problems.Add(new(file, member.Line, $"\"{name}\" is too large a number"));
        return null;
    }

    public bool Flag(string name, bool fallback)
    {
        _known.Add(name);
        switch (node[name]?.Kind)
        {
            case null or JsonValueKind.Null: return fallback;
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            default:
                problems.Add(new(file, node[name]!.Line, $"\"{name}\" must be true or false"));
                return fallback;
        }
    }

    /// <summary>One of an enum's words, compared without case; null with a problem when it is none of them.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var word) && !char.IsAsciiDigit(text[0]))
        {
            return word;
        }

        var words = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
        problems.Add(new(file, node[name]!.Line, $"\"{name}\": \"{text}\" is none of {words}"));
        return null;
    }

    public ConfigObject? Child(string name) => Member(name, JsonValueKind.Object, "an object") is { } member ? new(member, file, problems) : null;

    public IReadOnlyList<ConfigObject> Children(string name)
    {
        var objects = new List<ConfigObject>();
        foreach (var item in Member(name, JsonValueKind.Array, "a list")?.Items ?? [])
        {
            if (item.Kind == JsonValueKind.Object)
            {
                objects.Add(new(item, file, problems));
            }
            else
            {
                problems.Add(new(file, item.Line, $"\"{name}\" holds something that is no object"));
            }
        }

        return objects;
    }

    /// <summary>Name → text pairs of an object member, in the order of the file.</summary>
    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Member(name, JsonValueKind.Object, "an object")?.Members ?? new Dictionary<string, ConfigNode>(StringComparer.Ordinal))
        {
            map[key] = value.Text;
        }

        return map;
    }

    /// <summary>Notes every member that nobody asked for: a misspelt setting must not be silent.</summary>
    public void NoOthers()
    {
        foreach (var (name, member) in node.Members.Where(m => !_known.Contains(m.Key)))
        {
            problems.Add(new(file, member.Line, $"\"{name}\" is not known here"));
        }
    }

    private ConfigNode? Member(string name, JsonValueKind kind, string expected)
    {
        _known.Add(name);
        if (node[name] is not { } member || member.Kind == JsonValueKind.Null)
        {
            return null;
        }

        if (member.Kind == kind)
        {
            return member;
        }

        problems.Add(new(file, member.Line, $"\"{name}\" must be {expected}"));
        return null;
    }
}
