using System.Buffers;
using System.Text;

namespace NewsWatcher.Html;

/// <summary>How much of some bytes is UTF-8: its sequences of more than one byte, and the places that are none.</summary>
internal readonly record struct Utf8Shape(int Sequences, int Invalid)
{
    public static Utf8Shape Of(ReadOnlySpan<byte> body)
    {
        var (sequences, invalid) = (0, 0);
        while (!body.IsEmpty)
        {
            var ascii = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            body = body[ascii..];
            var good = Rune.DecodeFromUtf8(body, out _, out var length) == OperationStatus.Done;
            (sequences, invalid) = good ? (sequences + 1, invalid) : (sequences, invalid + 1);
            body = body[length..];
        }

        return new(sequences, invalid);
    }
}
