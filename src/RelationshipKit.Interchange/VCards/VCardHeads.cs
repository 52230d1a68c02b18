using System.Text;

namespace RelationshipKit.Interchange.VCards;

/// <summary>Remembers the heads of the properties of a file.</summary>
internal sealed class VCardHeads
{
    private const int Longest = 128;

    private const int MostRemembered = 10_000;

    private readonly Dictionary<string, VCardHead> heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VCardHead>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public VCardHeads() => lookup = heads.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a head, if it was not read before.</summary>
    /// <remarks>Heads that are not ASCII depend on the card that they stand in.</remarks>
    public VCardHead Read(ReadOnlySpan<byte> bytes, Func<Encoding> fallback, ref bool guessed)
    {
        Span<char> room = stackalloc char[Longest];
        if (bytes.Length > Longest || System.Text.Ascii.ToUtf16(bytes, room, out var length) != System.Buffers.OperationStatus.Done)
        {
            return VCardHead.Parse(bytes, fallback, ref guessed);
        }

        ReadOnlySpan<char> text = room[..length];
        if (!lookup.TryGetValue(text, out var head))
        {
            head = VCardHead.Parse(bytes, fallback, ref guessed);
            if (heads.Count < MostRemembered)
            {
                lookup.TryAdd(text, head);
            }
        }

        return head;
    }
}
