using System.Text;
using System.Text.Unicode;
using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Sources;

/// <summary>What a reader of a format is given: the file, the settings, and where to count.</summary>
internal sealed class SourceContext(
    SourceFile file, SourceSettings settings, FileAccount account, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
{
    // Often enough for a smooth bar and a quick stop, rare enough to cost nothing.
    private const int StepsPerReport = 4_096;

    private InputSource? current;
    private long steps;

    public SourceFile File => file;

    public SourceSettings Settings => settings;

    public FileAccount Account => account;

    public AddressText Addresses { get; } = new(settings.Region);

    /// <summary>Opens the bytes of the file; those of the file opened last are reported as progress.</summary>
    public Stream OpenBytes() => current = file.Open();

    /// <summary>Opens the file as UTF-8 without a mark, whatever it is in.</summary>
    /// <param name="refuseGuess">Whether bytes that are not UTF-8 end the reading unless the settings name an encoding.</param>
    /// <exception cref="InterchangeException">The file is in no encoding that it or the settings name, and guessing is refused.</exception>
    public Stream OpenText(bool refuseGuess = false)
    {
        var (encoding, length) = EncodingOf(refuseGuess);
        var stream = OpenBytes();
        Span<byte> mark = stackalloc byte[length];
        stream.ReadExactly(mark);
        return encoding is UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(false));
    }

    /// <summary>
    /// Opens a file whose lines may be in encodings of their own, or cut characters: UTF-16 is made UTF-8, everything else stays as it is.
    /// </summary>
    public Stream OpenMixed()
    {
        var head = new byte[1 << 12];
        int got;
        using (var probe = file.Open())
        {
            got = probe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        var begin = head.AsSpan(0, got);
        var (encoding, length) = TextEncodings.OfMark(begin);
        Stream stream = OpenBytes();
        stream.ReadExactly(new byte[length]);
        stream = encoding is null or UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(false));
        return begin.Contains((byte)'\r') && !begin.Contains((byte)'\n') ? new ReturnsAsLineFeeds(stream) : stream;
    }

    /// <summary>Returns the same file for a look through it that counts and reports nothing.</summary>
    public SourceContext Apart() =>
        new(file, settings with { IsStrict = false }, new FileAccount(file.Name, strict: false), null, cancellationToken);

    /// <summary>Is to be called for every line or record: reports how far the reading has come, and ends it when it is to end.</summary>
    public void OnStep()
    {
        if (++steps % StepsPerReport == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Report();
        }
    }

    public void Report()
    {
        if (current is not null)
        {
            progress?.Report(new ReadProgress(account.Records, current.BytesRead, current.BytesTotal));
        }
    }

    // Whether a file is UTF-8 shows only at its end, so it is read once for that: validation is as fast as the disk.
    private (Encoding Encoding, int MarkLength) EncodingOf(bool refuseGuess)
    {
        using var stream = file.Open();
        var buffer = new byte[1 << 16];
        var got = stream.ReadAtLeast(buffer, 4, throwOnEndOfStream: false);
        var (marked, length) = TextEncodings.OfMark(buffer.AsSpan(0, got));
        if (marked is not null)
        {
            return (marked, length);
        }

        long line = 1;
        var kept = got;
        while (kept > 0)
        {
            var bytes = buffer.AsSpan(0, kept);
            var valid = bytes[..ValidLength(bytes)];
            line += valid.Count((byte)'\n');
            var rest = bytes[valid.Length..];
            if (rest.Length > 3)
            {
                return (Other(refuseGuess, line), 0);
            }

            rest.CopyTo(buffer);
            got = stream.Read(buffer.AsSpan(rest.Length));
            kept = rest.Length + got;
            cancellationToken.ThrowIfCancellationRequested();
            if (got == 0 && rest.Length > 0)
            {
                return (Other(refuseGuess, line), 0);
            }
        }

        return (TextEncodings.StrictUtf8, 0);
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return bytes.Length;
        }

        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            valid += used;
        }

        return valid;
    }

    private Encoding Other(bool refuseGuess, long line)
    {
        if (settings.Encoding is { } named)
        {
            return named;
        }

        if (refuseGuess)
        {
            throw new InterchangeException(file.Name, "the text is not UTF-8; name its encoding, such as windows-1252.", line);
        }

        account.OnNote("the text is not UTF-8 and was read as windows-1252; name another encoding if names look wrong.");
        return TextEncodings.Windows1252;
    }
}
