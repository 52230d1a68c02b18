using System.Runtime.CompilerServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Room for the cells of a chunk. Cells are named by numbers from 1; those freed are taken again first.</summary>
/// <remarks>
/// All segments but the last are full, and so large that the garbage collector never copies them. The last grows by doubling, which moves its
/// cells: no reference to a cell outlives the taking of another. Not safe to share between threads.
/// </remarks>
internal sealed class CellArena
{
    private const int SegmentBits = 12;
    private const int SegmentLength = 1 << SegmentBits;
    private const int SegmentMask = SegmentLength - 1;

    // The room of a chunk with few cells, and the steps in which room is given back.
    private const int Least = 256;

    private PackedCell[][] segments;
    private int capacity;
    private int used;
    private int freed;

    public CellArena() => segments = [];

    private CellArena(CellArena other)
    {
        segments = Array.ConvertAll(other.segments, segment => segment.ToArray());
        (capacity, used, freed) = (other.capacity, other.used, other.freed);
    }

    /// <summary>Gets the bytes that the cells take, free ones included.</summary>
    public long Bytes => (long)capacity * PackedCell.Size;

    public ref PackedCell this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref segments[number >> SegmentBits][number & SegmentMask];
    }

    public CellArena Copy() => new(this);

    /// <summary>Returns the number of a cell that is free.</summary>
    public int Take()
    {
        if (freed != 0)
        {
            var number = freed;
            freed = this[number].Next;
            return number;
        }

        // Number 0 is none, and its place is left empty.
        used = checked(used + 1);
        if (used >= capacity)
        {
            Grow();
        }

        return used;
    }

    /// <summary>Frees a cell and all that follow it.</summary>
    public void FreeChain(int head)
    {
        for (var number = head; number != 0;)
        {
            ref var cell = ref this[number];
            var next = cell.Next;
            cell.Next = freed;
            freed = number;
            number = next;
        }
    }

    /// <summary>Gives back what is empty of the last segment, if so many touchpoints were folded that it is worth the copy.</summary>
    public void TrimAfter(int touches)
    {
        var needed = ((used & SegmentMask) + Least) / Least * Least;
        if (touches >= SegmentLength && segments.Length > 0 && needed < segments[^1].Length)
        {
            ResizeLast(needed);
        }
    }

    private void Grow()
    {
        if (segments.Length > 0 && segments[^1].Length < SegmentLength)
        {
            ResizeLast(Math.Min(SegmentLength, 2 * segments[^1].Length));
            return;
        }

        var length = segments.Length == 0 ? Least : SegmentLength;
        segments = [.. segments, GC.AllocateUninitializedArray<PackedCell>(length)];
        capacity += length;
    }

    private void ResizeLast(int length)
    {
        capacity += length - segments[^1].Length;
        var resized = GC.AllocateUninitializedArray<PackedCell>(length);
        segments[^1].AsSpan(0, Math.Min(length, segments[^1].Length)).CopyTo(resized);
        segments[^1] = resized;
    }
}
