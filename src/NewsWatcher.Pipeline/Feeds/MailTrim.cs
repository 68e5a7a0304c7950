using System.Buffers;

namespace NewsWatcher.Feeds;

/// <summary>One linear pass over a mail before it is parsed: cuts what no mail has reason to have and what would cost the parser minutes.</summary>
internal sealed class MailTrim
{
    // A header field of more, and a mail of more parts, is made to hurt: the parser is quadratic in both.
    private const int MaxField = 8 * 1024;
    private const int MaxFields = 500;
    private const int MaxBoundaries = 500;

    private readonly ArrayBufferWriter<byte> _kept;
    private bool _isHeader = true;
    private int _field;
    private int _fields;

    private MailTrim(int length) => _kept = new(Math.Max(length, 1));

    public static byte[] Of(ReadOnlySpan<byte> mail)
    {
        var trim = new MailTrim(mail.Length);
        for (var boundaries = 0; !mail.IsEmpty && boundaries <= MaxBoundaries;)
        {
            var end = mail.IndexOf((byte)'\n');
            var line = end < 0 ? mail : mail[..(end + 1)];
            mail = mail[line.Length..];
            if (line is [(byte)'-', (byte)'-', > (byte)' ' and not (byte)'-', ..])
            {
                (trim._isHeader, trim._field, trim._fields) = (true, 0, 0);
                boundaries++;
            }

            trim.Take(line);
        }

        return trim._kept.WrittenSpan.ToArray();
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        _isHeader &= !line.TrimEnd("\r\n"u8).IsEmpty;
        if (!_isHeader)
        {
            _kept.Write(line);
            return;
        }

        if (line[0] is not ((byte)' ' or (byte)'\t'))
        {
            (_field, _fields) = (0, _fields + 1);
        }

        // The beginning of the field stays, so that it keeps its name.
        var room = _fields > MaxFields ? 0 : Math.Min(line.Length, MaxField - _field);
        _field = _fields > MaxFields ? MaxField : _field + room;
        _kept.Write(line[..room]);
        _kept.Write(room > 0 && room < line.Length ? "\r\n"u8 : []);
    }
}
