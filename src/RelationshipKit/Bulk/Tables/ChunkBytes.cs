using System.Runtime.CompilerServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The bytes of the ties of a chunk in a file.</summary>
/// <remarks>
/// <code>
/// chunk: its index (4) | ties | weights in the order in which cells have them (8 each) | how many there are (4)
///        | a hash of the days of all cells (8)
/// tie:   touchpoints (4), and if there are any: outgoing, incoming, bytes of cells (4 each),
///        then the cells in order of date, light before rich
/// cell:  <see cref="CellBytes"/>; the number of a weight is its place among those of the chunk
/// </code>
/// The same states always give the same bytes. Days are not kept; the hash tells whether the zone still has the same.
/// </remarks>
internal static class ChunkBytes
{
    public const int TieSize = 16;

    /// <summary>Returns a hash of days with one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WithDay(ulong hash, int day) => (hash + (uint)day + 1) * 0x9E3779B97F4A7C15UL;
}
