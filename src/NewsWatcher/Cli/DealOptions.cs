using System.CommandLine;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>How parties and totals are written on the command line.</summary>
internal static class DealOptions
{
    private static readonly string Roles = string.Join(", ", Enum.GetValues<PartyRole>().Select(Words.Of));

    /// <summary>"Japan=government", other names after bars: "Japan|日本=government". Without a role it is a name to look out for.</summary>
    public static FollowedParty? Party(string text, out string refusal)
    {
        var cut = text.LastIndexOf('=');
        var names = (cut < 0 ? text : text[..cut]).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var word = cut < 0 ? "" : text[(cut + 1)..].Trim();
        PartyRole? role = Enum.TryParse<PartyRole>(word, ignoreCase: true, out var read) && word.All(char.IsAsciiLetter) ? read : null;
        refusal = names.Length == 0 ? $"\"{text}\" names no party: write Japan=government."
            : word.Length > 0 && role is null ? $"\"{word}\" is no role of a party: {Roles}."
            : "";
        return refusal.Length > 0 ? null : new FollowedParty(names[0], role, names[1..]);
    }

    /// <summary>"550 billion USD", "up to $44bn", "80兆円".</summary>
    public static StatedTotal? Total(string text, out string refusal)
    {
        var total = TypedSum.Read(text) is { Value: { } value and > 0, Currency: { } currency, Qualifier: var qualifier } ? new StatedTotal(value, currency, qualifier) : null;
        refusal = total is null ? $"\"{text}\" is no total: write 550 billion USD." : "";
        return total;
    }

    public static Option<string[]> Many(string name, string description) => new(name) { Description = description + "; may be given several times" };
}
