using System.Buffers;
using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace NewsWatcher.Storage;

/// <summary>Texts of one thing packed together, so that what one repeats of another costs next to nothing: an entry's markup, its summary, the text read from them.
/// Their lengths in UTF-8, then all of them in Brotli.</summary>
internal static class PackedTexts
{
    private const int Quality = 2;
    private const int SmallestWindow = 12;
    private const int LargestWindow = 22;

    public static byte[] Of(params ReadOnlySpan<string?> texts)
    {
        using var head = new MemoryStream();
        using (var lengths = new BinaryWriter(head, Encoding.UTF8, leaveOpen: true))
        {
            lengths.Write7BitEncodedInt(texts.Length);
            foreach (var text in texts)
            {
                lengths.Write7BitEncodedInt(text is null ? 0 : Encoding.UTF8.GetByteCount(text) + 1);
            }
        }

        var bytes = Encoding.UTF8.GetBytes(string.Concat(texts));
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length | 1) + 1, SmallestWindow, LargestWindow);
            if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, window))
            {
                throw new InvalidOperationException("packing texts failed");
            }

            head.Write(packed, 0, length);
            return head.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <exception cref="InvalidOperationException">These are no packed texts.</exception>
    public static string?[] Read(byte[] packed)
    {
        var (lengths, start) = Lengths(packed);
        var bytes = new byte[lengths.Sum(l => Math.Max(l, 0))];
        if (!BrotliDecoder.TryDecompress(packed.AsSpan(start), bytes, out var written) || written != bytes.Length)
        {
            throw new InvalidOperationException("stored texts cannot be unpacked");
        }

        var texts = new string?[lengths.Length];
        start = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = lengths[i] < 0 ? null : Encoding.UTF8.GetString(bytes, start, lengths[i]);
            start += Math.Max(lengths[i], 0);
        }

        return texts;
    }

    private static (int[] Lengths, int End) Lengths(byte[] packed)
    {
        using var stream = new MemoryStream(packed);
        using var head = new BinaryReader(stream, Encoding.UTF8);
        var lengths = new int[head.Read7BitEncodedInt()];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = head.Read7BitEncodedInt() - 1;
        }

        return (lengths, (int)stream.Position);
    }
}
