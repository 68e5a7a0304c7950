using System.Buffers;
using System.IO.Compression;

namespace NewsWatcher.Fetching;

/// <summary>Reads a body to its end, bounded both as it travels and decoded.</summary>
internal static class ResponseBody
{
    private const int FirstBytes = 64 * 1024;
    private const int PieceBytes = 256 * 1024;

    /// <summary>Null when the body has more bytes than are asked for, unless only its beginning is wanted.</summary>
    /// <exception cref="InvalidDataException">The coding is unknown, several were applied, or the body does not keep to it.</exception>
    public static async Task<ReceivedBody?> ReadAsync(HttpContent content, FetchRequest request, CancellationToken ct)
    {
        var (max, takesBeginning) = (request.MaxBytes, request.TakesBeginning);
        if (content.Headers.ContentLength > max && !takesBeginning)
        {
            return null;
        }

        if (content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths) && lengths.Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw new InvalidDataException("The answer states several lengths, so that nobody knows where it ends.");
        }

        var codings = Codings(content);
        await using var wire = await content.ReadAsStreamAsync(ct);
        var body = await CollectAsync(wire, Arriving(request.Room), max, takesBeginning, ct);
        if (codings.Count == 0 || body is not { Length: > 0 })
        {
            if (Reading(request.Room) is { } reads && body is not null)
            {
                await reads(body.Length, ct);
            }

            return body is null ? null : new(body, IsCut: false);
        }

        return await DecodedAsync(codings, body, request, ct);
    }

    /// <summary>The bytes of a stream, null beyond the bound.</summary>
    /// <param name="grows">Hears how many there are so far, before more are read; null: however many there are.</param>
    public static async Task<byte[]?> CollectAsync(Stream stream, Func<long, CancellationToken, ValueTask>? grows, long max, bool takesBeginning, CancellationToken ct)
    {
        // Pieces, and not one array that grows. Most bodies need the first alone; a pool would keep the others long after their use.
        var first = ArrayPool<byte>.Shared.Rent(FirstBytes);
        var pieces = new List<byte[]> { first };
        var (length, filled) = (0L, 0);
        try
        {
            while (await stream.ReadAsync(pieces[^1].AsMemory(filled), ct) is var read and > 0)
            {
                (length, filled) = (length + read, filled + read);
                if (length > max)
                {
                    return takesBeginning ? Joined(pieces, (int)max) : null;
                }

                if (grows is not null)
                {
                    await grows(length, ct);
                }

                if (filled == pieces[^1].Length)
                {
                    pieces.Add(GC.AllocateUninitializedArray<byte>(PieceBytes));
                    filled = 0;
                }
            }

            return Joined(pieces, (int)length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(first);
        }
    }

    private static Func<long, CancellationToken, ValueTask>? Arriving(BodyRoom? room) =>
        room is null ? null : (length, ct) => length > LargeBodies.FreeToArrive ? room.ArriveAsync(ct) : ValueTask.CompletedTask;

    private static Func<long, CancellationToken, ValueTask>? Reading(BodyRoom? room) =>
        room is null ? null : (length, ct) => length > LargeBodies.FreeToRead ? room.ReadAsync(ct) : ValueTask.CompletedTask;

    private static byte[] Joined(List<byte[]> pieces, int length)
    {
        var (whole, at) = (new byte[length], 0);
        foreach (var piece in pieces)
        {
            var part = Math.Min(piece.Length, length - at);
            piece.AsSpan(0, part).CopyTo(whole.AsSpan(at));
            at += part;
        }

        return whole;
    }

    private static async Task<ReceivedBody?> DecodedAsync(List<string> codings, byte[] coded, FetchRequest request, CancellationToken ct)
    {
        await using var wire = new CodedBytes(coded);
        await using var decoder = Decoder(codings, coded, wire);
        try
        {
            var body = await CollectAsync(decoder, Reading(request.Room), request.MaxBytes, request.TakesBeginning, ct);
            return body is null ? null : new(body, await wire.IsCutAsync(decoder, looksFurther: decoder is GZipStream, ct));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new InvalidDataException($"The body does not keep to its coding \"{codings[0]}\".", e);
        }
    }

    private static List<string> Codings(HttpContent content)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values))
        {
            return [];
        }

        return [.. values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(c => !string.Equals(c, "identity", StringComparison.OrdinalIgnoreCase) && !string.Equals(c, "utf-8", StringComparison.OrdinalIgnoreCase))];
    }

    private static Stream Decoder(List<string> codings, byte[] coded, CodedBytes wire) => codings switch
    {
        [var one] => one.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
            // RFC 9110, 8.4.1.2: some servers send the bare stream without the zlib wrapping.
            "deflate" => HasZlibHead(coded) ? new ZLibStream(wire, CompressionMode.Decompress) : new DeflateStream(wire, CompressionMode.Decompress),
            "br" => new BrotliStream(wire, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"The body came in the coding \"{Shown(one)}\", which was not asked for."),
        },
        _ => throw new InvalidDataException($"The body was encoded {codings.Count} times over."),
    };

    private static bool HasZlibHead(byte[] coded) => coded.Length > 1 && (coded[0] & 0x0f) == 8 && ((coded[0] << 8) | coded[1]) % 31 == 0;

    private static string Shown(string coding) => coding.Length > 40 ? coding[..40] : coding;
}
