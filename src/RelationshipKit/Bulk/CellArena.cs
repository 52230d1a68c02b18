using System.Runtime.CompilerServices;

namespace RelationshipKit.Bulk;

/// <summary>Room for the cells of a chunk, which grows by whole segments and never moves a cell.</summary>
/// <remarks>Cells are named by numbers from 1. Those freed are taken again first. Not safe to share between threads.</remarks>
internal sealed class CellArena
{
    private const int SegmentBits = 9;
    private const int SegmentMask = (1 << SegmentBits) - 1;

    private PackedCell[][] segments;
    private int segmentCount;
    private int used;
    private int freed;

    public CellArena() => segments = [];

    private CellArena(CellArena other)
    {
        segments = Array.ConvertAll(other.segments[..other.segmentCount], segment => segment.ToArray());
        (segmentCount, used, freed) = (other.segmentCount, other.used, other.freed);
    }

    /// <summary>Gets the bytes that the cells take, free ones included.</summary>
    public long Bytes => ((long)segmentCount << SegmentBits) * PackedCell.Size;

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
        if (used >> SegmentBits >= segmentCount)
        {
            AddSegment();
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

    private void AddSegment()
    {
        if (segmentCount == segments.Length)
        {
            Array.Resize(ref segments, Math.Max(4, segmentCount + (segmentCount / 2)));
        }

        segments[segmentCount++] = GC.AllocateUninitializedArray<PackedCell>(1 << SegmentBits);
    }
}
