using System.Buffers.Binary;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Reads the frames of a table's bytes of version 1, each checked before a byte of it is handed out.</summary>
/// <remarks>Reads no byte past the last frame. Needs no more memory than one frame, whatever the lengths in the bytes say.</remarks>
internal sealed class FrameReader : IDisposable
{
    public const int LongestFrame = 65_536;

    private readonly Stream stream;
    private readonly FrameChecksum checksum = new();
    private readonly byte[] frame = new byte[sizeof(int) + LongestFrame];
    private int at;
    private int end;

    public FrameReader(Stream stream, TableHead head)
    {
        this.stream = stream;
        Check(head.Bytes);
    }

    /// <summary>Returns the next bytes; good until the next call.</summary>
    public ReadOnlySpan<byte> Next(int size)
    {
        if (at == end && ReadFrame() == 0)
        {
            throw TableHead.Implausible();
        }

        if (end - at < size)
        {
            throw TableHead.Implausible();
        }

        at += size;
        return frame.AsSpan(at - size, size);
    }

    /// <summary>Throws unless all has been read.</summary>
    public void End()
    {
        if (at != end || ReadFrame() != 0)
        {
            throw TableHead.Implausible();
        }
    }

    public void Dispose() => checksum.Dispose();

    private int ReadFrame()
    {
        Fill(frame.AsSpan(0, sizeof(int)));
        var length = BinaryPrimitives.ReadInt32LittleEndian(frame);
        if (length is < 0 or > LongestFrame)
        {
            throw TableHead.Damaged();
        }

        Fill(frame.AsSpan(sizeof(int), length));
        Check(frame.AsSpan(0, sizeof(int) + length));
        (at, end) = (sizeof(int), sizeof(int) + length);
        return length;
    }

    private void Check(ReadOnlySpan<byte> part)
    {
        Span<byte> written = stackalloc byte[FrameChecksum.Size];
        Fill(written);
        if (!checksum.Of(part).SequenceEqual(written))
        {
            throw TableHead.Damaged();
        }
    }

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw TableHead.CutShort();
        }
    }
}
