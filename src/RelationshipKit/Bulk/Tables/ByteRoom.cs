using System.Buffers.Binary;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Bytes of a frame while it is written; its length comes first. Used again and again.</summary>
internal sealed class ByteRoom
{
    private byte[] bytes = new byte[1 << 16];
    private int length = sizeof(int);

    /// <summary>Gets all that was written.</summary>
    public ReadOnlySpan<byte> All => bytes.AsSpan(0, length);

    /// <summary>Begins another frame.</summary>
    public void Begin() => length = sizeof(int);

    /// <summary>Returns room for so many more bytes; good until the next call.</summary>
    public Span<byte> Take(int count)
    {
        if (checked(length + count) > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(length + (long)count, 2L * bytes.Length)));
        }

        length += count;
        return bytes.AsSpan(length - count, count);
    }

    /// <summary>Gives back what was taken in vain at the end.</summary>
    public void GiveBack(int count) => length -= count;

    /// <summary>Returns the frame, its length written.</summary>
    public ReadOnlySpan<byte> Framed()
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length - sizeof(int));
        return All;
    }
}
