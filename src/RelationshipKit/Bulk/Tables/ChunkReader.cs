using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// Reads the ties of chunks as <see cref="ChunkBytes"/> says into a table without contact. Not safe to share between threads.
/// </summary>
internal sealed partial class ChunkReader(TieTable table, long upTo)
{
    private readonly TableFold fold = table.Fold;
    private readonly LoadingDates dates = new(table.Fold.Lanes);
    private int[] numbers = [];
    private byte[] room = [];
    private int next;

    /// <summary>Reads the bytes of a frame.</summary>
    public void Read(Span<byte> bytes)
    {
        var index = Int(ref bytes);
        if (index < next || index >= table.ChunkCount)
        {
            throw TableHead.Implausible();
        }

        next = index + 1;
        var expectedDays = ReadEnd(ref bytes);
        var chunk = table.NewChunk(index);
        if (room.Length < bytes.Length)
        {
            room = GC.AllocateUninitializedArray<byte>((int)Math.Min(Array.MaxLength, bytes.Length + (bytes.Length / 4L)));
        }

        chunk.Borrow(room);
        chunk.MakeReadyFor(upTo);
        var (days, touchpoints) = (0UL, 0L);
        for (var tie = 0; tie < chunk.Ties; tie++)
        {
            var count = Int(ref bytes);
            if (count != 0)
            {
                touchpoints += count;
                ReadTie(ref bytes, chunk, tie, count, ref days);
            }
        }

        if (!bytes.IsEmpty || touchpoints == 0)
        {
            throw TableHead.Implausible();
        }

        // The bytes are as they were written, so that it is the zone that has changed its rules.
        if (expectedDays != days)
        {
            throw new TieStateMismatchException(["zone"]);
        }

        dates.AddTo(chunk);
        chunk.Settle();
        table.AddTouchpoints(touchpoints);
    }

    private static int Int(ref Span<byte> bytes)
    {
        if (bytes.Length < sizeof(int))
        {
            throw TableHead.Implausible();
        }

        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        return value;
    }

    // Takes weights and what follows them off the end and returns the hash of days.
    private ulong ReadEnd(ref Span<byte> bytes)
    {
        const int End = sizeof(int) + sizeof(ulong);
        var count = bytes.Length < End ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes[^End..]);
        if (count < 1 || count > (bytes.Length - End) / sizeof(double))
        {
            throw TableHead.Implausible();
        }

        numbers = new int[count];
        var weights = bytes.Slice(bytes.Length - End - (count * sizeof(double)), count * sizeof(double));
        for (var i = 0; i < count; i++)
        {
            var weight = BinaryPrimitives.ReadDoubleLittleEndian(weights[(i * sizeof(double))..]);
            if (!(weight > 0 && weight <= 1))
            {
                throw TableHead.Implausible();
            }

            numbers[i] = fold.Weights.NumberOf(weight);
        }

        // No table with more weights is saved.
        if (!fold.Weights.FitsShortCells)
        {
            throw TableHead.Implausible();
        }

        var days = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        bytes = bytes[..^(End + weights.Length)];
        return days;
    }

    [MethodImpl(Compile.AtOnce)]
    private void ReadTie(ref Span<byte> bytes, TieChunk chunk, int tie, int touchpoints, ref ulong days)
    {
        var (outgoing, incoming, length) = (Int(ref bytes), Int(ref bytes), Int(ref bytes));
        if (touchpoints < 0
            || outgoing < 0
            || outgoing > touchpoints
            || incoming < 0
            || incoming > touchpoints
            || length < CellBytes.ShortSize
            || length > bytes.Length)
        {
            throw TableHead.Implausible();
        }

        var own = bytes[..length];
        bytes = bytes[length..];
        ReadDates(own, chunk, tie, new TieCounts(touchpoints, outgoing, incoming, 0, 0), ref days);
    }
}
