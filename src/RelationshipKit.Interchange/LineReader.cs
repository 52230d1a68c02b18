namespace RelationshipKit.Interchange;

/// <summary>Splits bytes into lines without ever holding more than one line of the longest length.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line, without its end, in bytes: 1 MiB.</summary>
    public const int MaxLength = 1 << 20;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool ended;

    /// <summary>Gets the number of the line read last, counted from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Reads the next line, without its end; the span is good until the next call.</summary>
    /// <returns><see langword="false"/> at the end.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        var seen = 0;
        tooLong = false;
        while (true)
        {
            var window = buffer.AsSpan(start, end - start);
            var at = window[seen..].IndexOf((byte)'\n');
            if (at >= 0 || ended)
            {
                var length = at >= 0 ? seen + at : window.Length;
                if (at < 0 && length == 0 && !tooLong)
                {
                    line = default;
                    return false;
                }

                LineNumber++;
                start += length + (at >= 0 ? 1 : 0);
                line = window[..length];
                if (line is [.., (byte)'\r'])
                {
                    line = line[..^1];
                }

                tooLong |= line.Length > MaxLength;
                line = tooLong ? default : line;
                return true;
            }

            seen = window.Length;
            if (seen > MaxLength + 1)
            {
                // The rest of the line is skipped, not kept.
                tooLong = true;
                start = end;
                seen = 0;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var got = stream.Read(buffer.AsSpan(end));
        ended = got == 0;
        end += got;
    }
}
