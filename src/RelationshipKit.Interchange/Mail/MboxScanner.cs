namespace RelationshipKit.Interchange.Mail;

/// <summary>Finds the messages of a mailbox, line by line, and reads their headers.</summary>
internal sealed class MboxScanner(Stream stream)
{
    // A line longer than this is of a body; only its beginning is looked at.
    private const int KeptOfLine = 128 << 10;

    private readonly byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;
    private bool ended;
    private bool wasEmpty = true;
    private bool begun;

    public HeaderBlock Header { get; } = new();

    /// <summary>Reads the header of the next message, and passes over its body.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool TryRead(int longestHeader)
    {
        if (!begun && !ToNextMessage())
        {
            return false;
        }

        begun = false;
        ReadHeader(longestHeader);
        wasEmpty = true;
        begun = ToNextMessage();
        return true;
    }

    /// <summary>Reads a header from here, without a line that starts a message.</summary>
    public void ReadHeader(int longestHeader)
    {
        Header.Clear();
        if (Peek(3) && buffer.AsSpan(start).StartsWith("\uFEFF"u8))
        {
            start += 3;
        }

        var length = 0;
        while (TryLine(out var line))
        {
            if (line.Length == 0)
            {
                // Some writers put an empty line between the From line and the fields.
                if (Header.HasFields)
                {
                    break;
                }

                continue;
            }

            length += line.Length;
            if (length <= longestHeader)
            {
                Header.Add(line);
            }
        }

        Header.End();
    }

    // Passes over lines to the next line that starts a message, and over that line.
    private bool ToNextMessage()
    {
        while (true)
        {
            if (wasEmpty || IsFrom())
            {
                if (IsStart())
                {
                    TryLine(out _);
                    return true;
                }
            }

            if (!SkipLine())
            {
                return false;
            }
        }
    }

    // Bodies are the most of a mailbox: the only lines of interest begin with "From " and are found at the speed of memory.
    private bool SkipLine()
    {
        while (true)
        {
            if (start == end && !Fill())
            {
                return false;
            }

            var window = buffer.AsSpan(start, end - start);
            var at = window.IndexOf("\nFrom "u8);
            if (at >= 0)
            {
                wasEmpty = at == 0 || (at == 1 && window[0] == '\r') || (at >= 1 && window[at - 1] == '\n')
                    || (at >= 2 && window[at - 1] == '\r' && window[at - 2] == '\n');
                start += at + 1;
                return true;
            }

            if (ended)
            {
                start = end;
                return false;
            }

            // The end may hold the beginning of what is looked for, and the empty line before it.
            start = Math.Max(start, end - 8);
            if (!Fill())
            {
                start = end;
                return false;
            }
        }
    }

    private bool IsFrom() => Peek(5) && buffer.AsSpan(start).StartsWith("From "u8);

    private bool IsStart()
    {
        if (!IsFrom())
        {
            return false;
        }

        // The line and the beginning of the next one.
        Peek(4_096);
        var window = buffer.AsSpan(start, end - start);
        var lineEnd = window.IndexOf((byte)'\n');
        if (lineEnd < 0)
        {
            return ended && wasEmpty;
        }

        var from = window[..lineEnd];
        var next = window[(lineEnd + 1)..];
        if (next.StartsWith("\r\n"u8) || next.StartsWith("\n"u8))
        {
            return wasEmpty && HasDate(from);
        }

        return (HeaderBlock.IsField(next) || next.StartsWith(">From "u8)) && (wasEmpty || HasDate(from));
    }

    // A time of day and a year of four digits: what every writer of such lines puts there.
    private static bool HasDate(ReadOnlySpan<byte> from)
    {
        var colon = from.LastIndexOf((byte)':');
        return colon > 2 && colon + 2 < from.Length && char.IsAsciiDigit((char)from[colon - 1]) && char.IsAsciiDigit((char)from[colon + 1]);
    }

    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var looked = 0;
        while (true)
        {
            var window = buffer.AsSpan(start, end - start);
            var at = window[looked..].IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = window[..(looked + at)].TrimEnd((byte)'\r');
                start += looked + at + 1;
                return true;
            }

            if (window.Length > KeptOfLine)
            {
                line = window[..KeptOfLine];
                var kept = line.ToArray();
                SkipRest();
                line = kept;
                return true;
            }

            looked = window.Length;
            if (!Fill())
            {
                line = window.TrimEnd((byte)'\r');
                start = end;
                return looked > 0;
            }
        }
    }

    private void SkipRest()
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                start += at + 1;
                return;
            }

            start = end;
            if (!Fill())
            {
                return;
            }
        }
    }

    private bool Peek(int wanted)
    {
        while (end - start < wanted && Fill())
        {
        }

        return end - start >= wanted;
    }

    private bool Fill()
    {
        if (ended)
        {
            return false;
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            return false;
        }

        var got = stream.Read(buffer.AsSpan(end));
        ended = got == 0;
        end += got;
        return got > 0;
    }
}
