using System.Buffers.Binary;
using System.Globalization;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>What a table's bytes begin with.</summary>
/// <remarks>
/// <code>
/// "RKTT" | version (1) | fingerprint (20) | up to (8) | ties (4) | checksum (8)
/// </code>
/// </remarks>
internal sealed class TableHead
{
    public const byte Oldest = 1;
    public const byte Newest = 2;
    public const int Size = 4 + 1 + FoldFingerprint.Size + 8 + 4;

    private readonly byte[] bytes = new byte[Size];

    private TableHead()
    {
    }

    public byte Version => bytes[4];

    /// <summary>Gets the bytes, of which the checksum is of.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    public long UpTo => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(5 + FoldFingerprint.Size));

    public int Ties => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(13 + FoldFingerprint.Size));

    private static ReadOnlySpan<byte> Magic => "RKTT"u8;

    public static TableHead Of(FoldFingerprint fingerprint, long upTo, int ties)
    {
        var head = new TableHead();
        Magic.CopyTo(head.bytes);
        head.bytes[4] = Newest;
        fingerprint.Write(head.bytes.AsSpan(5));
        BinaryPrimitives.WriteInt64LittleEndian(head.bytes.AsSpan(5 + FoldFingerprint.Size), upTo);
        BinaryPrimitives.WriteInt32LittleEndian(head.bytes.AsSpan(13 + FoldFingerprint.Size), ties);
        return head;
    }

    /// <summary>Reads a head up to its checksum, which is still to be compared.</summary>
    public static TableHead Read(Stream stream)
    {
        var head = new TableHead();
        var read = stream.ReadAtLeast(head.bytes, Size, throwOnEndOfStream: false);
        var magic = Math.Min(read, Magic.Length);
        if (read == 0 || !head.bytes.AsSpan(0, magic).SequenceEqual(Magic[..magic]))
        {
            throw new InvalidDataException("The stream holds no tie table; one begins with RKTT.");
        }

        if (read < Size)
        {
            throw CutShort();
        }

        return head.Version is >= Oldest and <= Newest
            ? head
            : throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The tie table is of version {head.Version}; this package reads versions {Oldest} to {Newest}."));
    }

    /// <summary>Throws unless the head is of a fingerprint and says what a table can be.</summary>
    public void Check(FoldFingerprint expected)
    {
        FoldFingerprint.Read(bytes.AsSpan(5)).ThrowIfNot(expected);
        if (Ties < 0 || UpTo < SupportedTime.FirstMicros || UpTo > SupportedTime.LastMicros)
        {
            throw Implausible();
        }
    }

    public static InvalidDataException CutShort() => new("The tie table is cut short.");

    public static InvalidDataException Damaged() => new("The tie table is damaged: a checksum is not that of its bytes.");

    /// <summary>Returns the exception for bytes that are as they were written, but were not written by this package.</summary>
    public static InvalidDataException Implausible() =>
        new("The tie table holds cells or counts that no fold makes; it was not written by this package.");
}
