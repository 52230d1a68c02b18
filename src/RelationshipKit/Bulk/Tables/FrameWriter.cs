using System.Buffers.Binary;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Writes the head and frames of a table's bytes.</summary>
internal sealed class FrameWriter : IDisposable
{
    private readonly Stream stream;
    private readonly FrameChecksum checksum = new();
    private readonly byte[] frame = new byte[sizeof(int) + FrameReader.LongestFrame];
    private int length;

    public FrameWriter(Stream stream, FoldFingerprint fingerprint, long upTo, int ties)
    {
        this.stream = stream;
        Span<byte> head = stackalloc byte[FrameReader.HeadSize];
        FrameReader.Magic.CopyTo(head);
        head[4] = FrameReader.Version;
        fingerprint.Write(head[5..]);
        BinaryPrimitives.WriteInt64LittleEndian(head[(5 + FoldFingerprint.Size)..], upTo);
        BinaryPrimitives.WriteInt32LittleEndian(head[(13 + FoldFingerprint.Size)..], ties);
        stream.Write(head);
        stream.Write(checksum.Of(head));
    }

    /// <summary>Returns room for bytes that no end of a frame may cut.</summary>
    public Span<byte> Next(int size)
    {
        if (length + size > FrameReader.LongestFrame)
        {
            Flush();
        }

        length += size;
        return frame.AsSpan(sizeof(int) + length - size, size);
    }

    public void End()
    {
        if (length > 0)
        {
            Flush();
        }

        Flush();
        stream.Flush();
    }

    public void Dispose() => checksum.Dispose();

    private void Flush()
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, length);
        var written = frame.AsSpan(0, sizeof(int) + length);
        stream.Write(written);
        stream.Write(checksum.Of(written));
        length = 0;
    }
}
