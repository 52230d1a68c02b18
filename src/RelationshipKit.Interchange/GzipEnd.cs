using System.Buffers.Binary;

namespace RelationshipKit.Interchange;

/// <summary>Tells whether gzip data came to their end: the decompressor takes data that were cut off for a shorter file.</summary>
/// <remarks>
/// The last four bytes of a member are the length of what it holds, modulo 2^32. That decides for one member; where several were joined,
/// which shows by their heads, only the last one's length is there and the data are taken as they are.
/// </remarks>
internal sealed class GzipEnd
{
    private const int HeadLength = 10;
    private const int TrailerLength = 8;

    // The end of what was seen: a head or the trailer may lie across two reads.
    private readonly List<byte> seen = [];
    private long storedLength;
    private int heads;

    public void Add(ReadOnlySpan<byte> stored)
    {
        storedLength += stored.Length;
        seen.AddRange(stored);
        for (var i = 0; i <= seen.Count - HeadLength; i++)
        {
            heads += IsHead(i) ? 1 : 0;
        }

        // Ten bytes less one: a head that is complete has been counted and must not be counted again.
        seen.RemoveRange(0, Math.Max(0, seen.Count - (HeadLength - 1)));
    }

    public bool Fits(long unpackedLength)
    {
        if (heads > 1)
        {
            return true;
        }

        if (storedLength < HeadLength + TrailerLength)
        {
            return false;
        }

        Span<byte> length = [seen[^4], seen[^3], seen[^2], seen[^1]];
        return BinaryPrimitives.ReadUInt32LittleEndian(length) == (uint)unpackedLength;
    }

    // Magic, deflate, no reserved flag, and the levels and systems there are: by chance once in about 10^11 places.
    private bool IsHead(int i) =>
        seen[i] == 0x1F && seen[i + 1] == 0x8B && seen[i + 2] == 8
        && seen[i + 3] < 0x20 && (seen[i + 8] is 0 or 2 or 4) && (seen[i + 9] is <= 13 or 255);
}
