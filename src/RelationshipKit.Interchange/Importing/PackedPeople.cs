using System.Collections;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>
/// The people that were read, as bytes: an address book of a million has forty objects a person, which every collection would look at.
/// </summary>
internal sealed class PackedPeople : IEnumerable<(SourcePerson Person, SourceFormat Format)>
{
    private const int BlockLength = 1 << 17;

    private readonly List<byte[]> blocks = [];
    private readonly PersonPacker packer = new();
    private int used = BlockLength;

    /// <summary>Gets how many there are.</summary>
    public int Count { get; private set; }

    public void Add(SourcePerson person, SourceFormat format)
    {
        var packed = packer.Pack(person, format);
        if (used + sizeof(int) + packed.Length > BlockLength)
        {
            blocks.Add(new byte[Math.Max(BlockLength, sizeof(int) + packed.Length)]);
            used = 0;
        }

        BitConverter.TryWriteBytes(blocks[^1].AsSpan(used), packed.Length);
        packed.CopyTo(blocks[^1].AsSpan(used + sizeof(int)));
        used += sizeof(int) + packed.Length;
        Count++;
    }

    public IEnumerator<(SourcePerson Person, SourceFormat Format)> GetEnumerator()
    {
        var unpacker = new PersonUnpacker();
        foreach (var block in blocks)
        {
            // A length of zero is what nobody has written to.
            for (var at = 0; at + sizeof(int) <= block.Length
                && BitConverter.ToInt32(block, at) is > 0 and var length; at += sizeof(int) + length)
            {
                yield return unpacker.Unpack(block.AsMemory(at + sizeof(int), length));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
