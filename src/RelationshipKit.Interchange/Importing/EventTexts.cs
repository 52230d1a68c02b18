using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace RelationshipKit.Interchange.Importing;

/// <summary>
/// The notes and facets of touches that were read, as bytes: a text of its own for each would take three times the memory.
/// </summary>
internal sealed class EventTexts
{
    private const int BlockLength = 1 << 16;

    private readonly List<byte[]> blocks = [];
    private readonly List<Place> places = [];
    private readonly List<string> facets = [];
    private readonly Dictionary<string, int> facetNumbers = new(StringComparer.Ordinal);
    private int used = BlockLength;

    /// <summary>Keeps the texts of a touch.</summary>
    /// <returns>Their number; -1 if there are none.</returns>
    public int Add(string? note, string? facet)
    {
        if (note is null && facet is null)
        {
            return -1;
        }

        var (block, start, length, isWide) = note is null ? (-1, 0, 0, false) : Write(note);
        places.Add(new Place(block, start, length, isWide, facet is null ? -1 : NumberOf(facet)));
        return places.Count - 1;
    }

    /// <summary>Returns the texts of a number; <see langword="null"/> for those that there are not.</summary>
    public (string? Note, string? Facet) Find(int number)
    {
        if (number < 0)
        {
            return (null, null);
        }

        var place = places[number];
        return (place.Block < 0 ? null : Read(place), place.Facet < 0 ? null : facets[place.Facet]);
    }

    private (int Block, int Start, int Length, bool IsWide) Write(string note)
    {
        var most = Encoding.UTF8.GetMaxByteCount(note.Length);
        if (most > BlockLength - used)
        {
            // A long note gets a block for itself, and leaves no room in it.
            blocks.Add(new byte[Math.Max(BlockLength, most)]);
            used = 0;
        }

        var room = blocks[^1].AsSpan(used);
        var start = used;
        var isWide = Utf8.FromUtf16(note, room, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done;
        if (isWide)
        {
            // Half of a pair has no UTF-8.
            var bytes = MemoryMarshal.AsBytes(note.AsSpan());
            bytes.CopyTo(room);
            length = bytes.Length;
        }

        used += length;
        return (blocks.Count - 1, start, length, isWide);
    }

    private string Read(Place place)
    {
        var bytes = blocks[place.Block].AsSpan(place.Start, place.Length);
        return !place.IsWide
            ? Encoding.UTF8.GetString(bytes)
            : string.Create(bytes.Length / 2, bytes, static (text, from) => from.CopyTo(MemoryMarshal.AsBytes(text)));
    }

    private int NumberOf(string facet)
    {
        if (!facetNumbers.TryGetValue(facet, out var number))
        {
            facetNumbers.Add(facet, number = facets.Count);
            facets.Add(facet);
        }

        return number;
    }

    private readonly record struct Place(int Block, int Start, int Length, bool IsWide, int Facet);
}
