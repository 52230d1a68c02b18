using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// Reads the ties of chunks as <see cref="ChunkBytes"/> says into a table without contact. Not safe to share between threads.
/// </summary>
internal sealed class ChunkReader(TieTable table, long upTo)
{
    private readonly TableFold fold = table.Fold;
    private readonly PendingDates pending = new(table.Fold.Lanes);
    private int[] numbers = [];
    private byte[] cells = [];
    private int next;

    /// <summary>Reads the bytes of a frame.</summary>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        var index = Int(ref bytes);
        if (index < next || index >= table.ChunkCount)
        {
            throw TableHead.Implausible();
        }

        next = index + 1;
        var expectedDays = ReadEnd(ref bytes);
        var chunk = table.NewChunk(index);
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

        chunk.TrimAfter(TieChunk.MaxTies);
        table.AddTouchpoints(touchpoints);
    }

    private static int Int(ref ReadOnlySpan<byte> bytes)
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
    private ulong ReadEnd(ref ReadOnlySpan<byte> bytes)
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

        var days = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        bytes = bytes[..^(End + weights.Length)];
        return days;
    }

    [MethodImpl(Compile.AtOnce)]
    private void ReadTie(ref ReadOnlySpan<byte> bytes, TieChunk chunk, int tie, int touchpoints, ref ulong days)
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

        if (cells.Length < length)
        {
            cells = new byte[2 * length];
        }

        var own = cells.AsSpan(0, length);
        bytes[..length].CopyTo(own);
        bytes = bytes[length..];
        Check(own, touchpoints, ref days, out var first, out var last);
        chunk.MakeReadyFor(last);
        chunk.Load(tie, own, new TieCounts(touchpoints, outgoing, incoming, first, last), pending);
    }

    // Throws unless a fold can have made the cells, and gives their weights the numbers of the table.
    [MethodImpl(Compile.AtOnce)]
    private void Check(Span<byte> own, int touchpoints, ref ulong days, out long first, out long last)
    {
        (first, last) = (long.MaxValue, long.MinValue);
        var (previousDay, previousClass, count) = (int.MinValue, 1, 0);
        for (var rest = own; !rest.IsEmpty; rest = rest[CellBytes.SizeOf(rest)..])
        {
            if (rest.Length < CellBytes.SizeOf(rest))
            {
                throw TableHead.Implausible();
            }

            var (latest, number, isSecond, @class) = (
                CellBytes.LatestOf(rest), CellBytes.NumberOf(rest), CellBytes.IsSecond(rest), CellBytes.ClassOf(rest));
            var day = fold.Days.DayOf(Math.Min(latest, upTo));
            var earliest = latest;
            if (CellBytes.SizeOf(rest) == CellBytes.LongSize)
            {
                earliest = CheckLong(rest, day);
            }

            if (latest > upTo || (uint)number >= (uint)numbers.Length)
            {
                throw TableHead.Implausible();
            }

            days = ChunkBytes.WithDay(days, day);
            if (day < previousDay || (day == previousDay) != isSecond)
            {
                throw new TieStateMismatchException(["zone"]);
            }

            if (isSecond && (previousClass != 0 || @class != 1))
            {
                throw TableHead.Implausible();
            }

            CellBytes.SetNumber(rest, numbers[number]);
            (previousDay, previousClass) = (day, @class);
            (first, last) = (Math.Min(first, earliest), Math.Max(last, latest));
            count++;
        }

        if (count > touchpoints)
        {
            throw TableHead.Implausible();
        }
    }

    // Returns the earliest instant.
    private long CheckLong(ReadOnlySpan<byte> from, int day)
    {
        var cell = CellBytes.Read(from, out _, out _);
        if (cell.Earliest < SupportedTime.FirstMicros
            || CellBytes.IsShort(cell)
            || !IsWithin(cell, cell.Outgoing)
            || !IsWithin(cell, cell.Incoming))
        {
            throw TableHead.Implausible();
        }

        return fold.Days.DayOf(cell.Earliest) == day ? cell.Earliest : throw new TieStateMismatchException(["zone"]);
    }

    private static bool IsWithin(in DateCell cell, long direction) =>
        direction == TieCell.Never || (direction >= cell.Earliest && direction <= cell.Latest);
}
