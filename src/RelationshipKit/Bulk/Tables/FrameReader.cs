using System.Buffers.Binary;
using System.Globalization;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Reads the head and frames of a table's bytes, each checked before a byte of it is handed out.</summary>
/// <remarks>Reads no byte past the last frame. Needs no more memory than one frame, whatever the lengths in the bytes say.</remarks>
internal sealed class FrameReader : IDisposable
{
    public const byte Version = 1;
    public const int HeadSize = 4 + 1 + FoldFingerprint.Size + 8 + 4;
    public const int LongestFrame = 65_536;

    private readonly Stream stream;
    private readonly FrameChecksum checksum = new();
    private readonly byte[] frame = new byte[sizeof(int) + LongestFrame];
    private int at;
    private int end;

    public FrameReader(Stream stream, FoldFingerprint expected)
    {
        this.stream = stream;
        var head = frame.AsSpan(0, HeadSize);
        var read = stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        if (!head[..Math.Min(read, Magic.Length)].SequenceEqual(Magic[..Math.Min(read, Magic.Length)]) || read == 0)
        {
            throw new InvalidDataException("The stream holds no tie table; one begins with RKTT.");
        }

        if (read < HeadSize)
        {
            throw CutShort();
        }

        if (head[4] != Version)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The tie table is of version {head[4]}; this package reads version {Version}."));
        }

        Check(head);
        FoldFingerprint.Read(head[5..]).ThrowIfNot(expected);
        UpTo = BinaryPrimitives.ReadInt64LittleEndian(head[(5 + FoldFingerprint.Size)..]);
        Ties = BinaryPrimitives.ReadInt32LittleEndian(head[(13 + FoldFingerprint.Size)..]);
        if (Ties < 0 || UpTo < SupportedTime.FirstMicros || UpTo > SupportedTime.LastMicros)
        {
            throw Implausible();
        }
    }

    public static ReadOnlySpan<byte> Magic => "RKTT"u8;

    public long UpTo { get; }

    public int Ties { get; }

    /// <summary>Returns the exception for bytes that are as they were written, but were not written by this package.</summary>
    public static InvalidDataException Implausible() =>
        new("The tie table holds cells or counts that no fold makes; it was not written by this package.");

    /// <summary>Returns the next bytes; good until the next call.</summary>
    public ReadOnlySpan<byte> Next(int size)
    {
        if (at == end && ReadFrame() == 0)
        {
            throw Implausible();
        }

        if (end - at < size)
        {
            throw Implausible();
        }

        at += size;
        return frame.AsSpan(at - size, size);
    }

    /// <summary>Throws unless all has been read.</summary>
    public void End()
    {
        if (at != end || ReadFrame() != 0)
        {
            throw Implausible();
        }
    }

    public void Dispose() => checksum.Dispose();

    private static InvalidDataException CutShort() => new("The tie table is cut short.");

    private int ReadFrame()
    {
        Fill(frame.AsSpan(0, sizeof(int)));
        var length = BinaryPrimitives.ReadInt32LittleEndian(frame);
        if (length is < 0 or > LongestFrame)
        {
            throw Damaged();
        }

        Fill(frame.AsSpan(sizeof(int), length));
        Check(frame.AsSpan(0, sizeof(int) + length));
        (at, end) = (sizeof(int), sizeof(int) + length);
        return length;
    }

    private static InvalidDataException Damaged() => new("The tie table is damaged: a checksum is not that of its bytes.");

    private void Check(ReadOnlySpan<byte> part)
    {
        Span<byte> written = stackalloc byte[FrameChecksum.Size];
        Fill(written);
        if (!checksum.Of(part).SequenceEqual(written))
        {
            throw Damaged();
        }
    }

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw CutShort();
        }
    }
}
