namespace NewsWatcher.Fetching;

/// <summary>The bytes of a coded body, read by a decoder: tells whether it wanted more of them than there are. The decoders themselves take a body that breaks off for a whole one.</summary>
internal sealed class CodedBytes(byte[] coded) : MemoryStream(coded, 0, coded.Length, writable: false, publiclyVisible: true)
{
    private bool _isProbed;
    private bool _wantedMore;

    /// <summary>Whether the coding breaks off. Asked once everything was decoded.</summary>
    /// <param name="looksFurther">Whether the decoder looks for more in any case: for another member of a gzip file.</param>
    public async Task<bool> IsCutAsync(Stream decoder, bool looksFurther, CancellationToken ct)
    {
        if (!_wantedMore || !looksFurther)
        {
            return _wantedMore;
        }

        // One byte that begins no member: a decoder at its end is content with it, one in the middle takes it and wants more.
        (_isProbed, _wantedMore) = (true, false);
        try
        {
            var rest = new byte[1024];
            while (!_wantedMore && await decoder.ReadAsync(rest, ct) > 0)
            {
            }

            return _wantedMore;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, (int)(Length - Position));
        GetBuffer().AsSpan((int)Position, read).CopyTo(buffer);
        Position += read;
        if (read > 0 || buffer.Length == 0)
        {
            return read;
        }

        if (_isProbed)
        {
            (_isProbed, buffer[0]) = (false, 0);
            return 1;
        }

        _wantedMore = true;
        return 0;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
