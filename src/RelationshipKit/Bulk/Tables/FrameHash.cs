using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The checksums of the parts of a table's bytes, version 2: each covers its part and all that came before.</summary>
/// <remarks>
/// Two CRC-32C, of the even and the odd eights of bytes. They find a changed, missing or misplaced part at
/// the speed of memory. They do not protect against intent: that takes a cryptographic hash, which is much slower.
/// </remarks>
internal struct FrameHash
{
    public const int Size = 2 * sizeof(uint);

    private const int Eight = sizeof(ulong);

    private uint even;
    private uint odd;

    /// <summary>Takes in the next part and writes the checksum.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Add(ReadOnlySpan<byte> part, Span<byte> checksum)
    {
        var (one, two) = (~even, ~odd);
        for (; part.Length >= 2 * Eight; part = part[(2 * Eight)..])
        {
            one = BitOperations.Crc32C(one, BinaryPrimitives.ReadUInt64LittleEndian(part));
            two = BitOperations.Crc32C(two, BinaryPrimitives.ReadUInt64LittleEndian(part[Eight..]));
        }

        foreach (var last in part)
        {
            one = BitOperations.Crc32C(one, last);
        }

        (even, odd) = (~one, ~two);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, even);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum[sizeof(uint)..], odd);
    }
}
