using System.Globalization;
using System.Text;

namespace NewsWatcher.Fetching;

/// <summary>One Allow or Disallow line: a beginning of paths, in which * stands for anything and a last $ for the end.</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _parts;
    private readonly bool _isAnchored;

    public RobotsPattern(string pattern, bool allows)
    {
        var normal = Normal(pattern);
        (Allows, Length, _isAnchored) = (allows, normal.Length, normal.EndsWith('$'));
        _parts = (_isAnchored ? normal[..^1] : normal).Split('*');
    }

    public bool Allows { get; }

    public int Length { get; }

    /// <summary>Percent-encoding as both sides can agree on it: upper case, unreserved characters plain, others as UTF-8 octets.</summary>
    public static string Normal(string target)
    {
        if (Ascii.IsValid(target) && !target.Contains('%', StringComparison.Ordinal))
        {
            return target;
        }

        var text = new StringBuilder(target.Length + 16);
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] == '%' && i + 2 < target.Length && byte.TryParse(target.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                Append(text, octet, isPlain: char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~');
                i += 2;
            }
            else if (char.IsAscii(target[i]))
            {
                text.Append(target[i]);
            }
            else
            {
                Rune.DecodeFromUtf16(target.AsSpan(i), out var rune, out var used);
                foreach (var one in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    Append(text, one, isPlain: false);
                }

                i += used - 1;
            }
        }

        return text.ToString();
    }

    public bool Matches(string target)
    {
        if (!target.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _parts[0].Length;
        for (var i = 1; i < _parts.Length; i++)
        {
            var isLast = _isAnchored && i == _parts.Length - 1;
            var found = isLast ? target.EndsWith(_parts[i], StringComparison.Ordinal) ? target.Length - _parts[i].Length : -1 : target.IndexOf(_parts[i], at, StringComparison.Ordinal);
            if (found < at)
            {
                return false;
            }

            at = found + _parts[i].Length;
        }

        return !_isAnchored || at == target.Length;
    }

    private static void Append(StringBuilder text, byte octet, bool isPlain) =>
        _ = isPlain ? text.Append((char)octet) : text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
}
