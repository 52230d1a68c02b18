using System.IO.Compression;

namespace RelationshipKit.Interchange;

/// <summary>Bytes to read, unpacked if they are gzip, that know how far they have been read.</summary>
internal sealed class InputSource : ForwardStream
{
    // A size that any program can hold in memory.
    private const long FreeLength = 16 << 20;

    // Text packs to a fifth, XML to a twentieth; what promises more is made to take time.
    private const long LargestRatio = 50;

    private readonly Stream stored;
    private readonly bool ownsStored;
    private readonly Stream unpacked;
    private readonly CountingStream counting;
    private readonly GzipEnd? gzipEnd;
    private readonly UnpackedLimit limit;
    private long unpackedLength;

    private InputSource(Stream stored, bool ownsStored, UnpackedLimit limit)
    {
        this.stored = stored;
        this.ownsStored = ownsStored;
        this.limit = limit;
        BytesTotal = stored.CanSeek ? stored.Length - stored.Position : null;

        // The two magic bytes are read once and given back, so that a source that cannot seek serves too.
        var magic = new byte[2];
        var got = stored.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        gzipEnd = got == 2 && magic is [0x1F, 0x8B] ? new GzipEnd() : null;
        counting = new CountingStream(magic.AsMemory(0, got), stored, gzipEnd);
        unpacked = gzipEnd is null ? counting : new GZipStream(counting, CompressionMode.Decompress);
    }

    public long BytesRead => counting.Count;

    public long? BytesTotal { get; }

    /// <summary>Gets a value indicating whether the bytes were gzip.</summary>
    public bool IsPacked => gzipEnd is not null;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="limit">How long the file may get when it is unpacked.</param>
    /// <exception cref="InterchangeException">There is no such file, or it may not be read.</exception>
    public static InputSource Open(string path, UnpackedLimit limit = UnpackedLimit.Proportional)
    {
        if (Directory.Exists(path))
        {
            throw new InterchangeException(path, "this is a folder; a file is expected.");
        }

        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return new InputSource(file, ownsStored: true, limit);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InterchangeException(path, "there is no such file.", innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            file?.Dispose();
            throw new InterchangeException(path, "the file cannot be opened for reading.", innerException: e);
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The stream, packed or not.</param>
    /// <param name="ownsStored">Whether the stream is closed with the source.</param>
    public static InputSource Over(Stream stream, bool ownsStored = false) => new(stream, ownsStored, UnpackedLimit.Proportional);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data are damaged or cut off.</exception>
    /// <exception cref="UnpackedTooLargeException">The data unpack to more than the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        var got = unpacked.Read(buffer);
        unpackedLength += got;
        if (unpackedLength > FreeLength
            && (limit == UnpackedLimit.Small || (gzipEnd is not null && unpackedLength - FreeLength > LargestRatio * counting.Count)))
        {
            throw new UnpackedTooLargeException(limit);
        }

        return got > 0 || buffer.IsEmpty || gzipEnd is null || gzipEnd.Fits(unpackedLength)
            ? got
            : throw new InvalidDataException("The gzip data were cut off.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (unpacked is GZipStream)
            {
                unpacked.Dispose();
            }

            counting.Dispose();
            if (ownsStored)
            {
                stored.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private sealed class CountingStream(ReadOnlyMemory<byte> head, Stream rest, GzipEnd? gzipEnd) : ForwardStream
    {
        private ReadOnlyMemory<byte> head = head;

        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int got;
            if (head.Length > 0)
            {
                got = Math.Min(head.Length, buffer.Length);
                head.Span[..got].CopyTo(buffer);
                head = head[got..];
            }
            else
            {
                got = rest.Read(buffer);
            }

            Count += got;
            gzipEnd?.Add(buffer[..got]);
            return got;
        }
    }
}
