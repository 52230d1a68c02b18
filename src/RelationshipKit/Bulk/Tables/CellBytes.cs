using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Cells of dates gone by as bytes: 10 for one that is a single touchpoint's, as most are, and 27 for others.</summary>
/// <remarks>
/// <code>
/// short: latest and marks (8) | number of the weight (2)
/// long:  latest and marks (8) | number of the weight (4) | from earliest, last outgoing and last incoming to it (5 each; all bits: never)
/// </code>
/// The latest instant is counted from the first of supported time and stands above five bits of marks. Little-endian. The date is that of
/// the latest instant in the zone and is not kept.
/// </remarks>
internal static class CellBytes
{
    public const int ShortSize = 10;
    public const int LongSize = 27;

    /// <summary>The most that the two cells of a date take.</summary>
    public const int MostOfDate = 2 * LongSize;

    private const int MarkBits = 5;
    private const int RichMark = 1;
    private const int OutgoingMark = 2;
    private const int IncomingMark = 4;
    private const int SecondMark = 8;
    private const int LongMark = 16;

    // All bits of the 40: the direction was not seen that day.
    private const long NeverBack = (1L << 40) - 1;

    /// <summary>Returns the bytes of the cell that begins a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf(ReadOnlySpan<byte> from) => ShortSize + ((LongSize - ShortSize) & LongMaskOf(from));

    /// <summary>Returns the bytes of a cell to be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf(in DateCell cell) => IsShort(cell) ? ShortSize : LongSize;

    /// <summary>Returns whether a span begins with a short cell that has its date to itself and is not the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOneShortDate(ReadOnlySpan<byte> from)
    {
        return from.Length > ShortSize && (from[0] & LongMark) == 0 && (from[ShortSize] & SecondMark) == 0;
    }

    /// <summary>Puts down what the date of a short cell of its own counts for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FillTerms(ReadOnlySpan<byte> from, double weight, ref DateTerms terms)
    {
        var marks = from[0];
        var rich = marks & RichMark;
        terms.Set(
            Vector256.Create(
                weight * (1 - rich), weight * rich, (marks & OutgoingMark) / OutgoingMark, (marks & IncomingMark) / IncomingMark),
            Vector256.Create(LatestOf(from)));
    }

    /// <summary>Returns the latest instant of the cell that begins a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long LatestOf(ReadOnlySpan<byte> from) =>
        (long)(BinaryPrimitives.ReadUInt64LittleEndian(from) >> MarkBits) + SupportedTime.FirstMicros;

    /// <summary>Returns whether the cell before is of the same date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSecond(ReadOnlySpan<byte> from) => (from[0] & SecondMark) != 0;

    /// <summary>Returns the class of the cell that begins a span, as the index of <see cref="DateCells"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ClassOf(ReadOnlySpan<byte> from) => from[0] & RichMark;

    /// <summary>Returns the number of the weight of the cell that begins a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NumberOf(ReadOnlySpan<byte> from) =>
        (from[0] & LongMark) == 0 ? BinaryPrimitives.ReadUInt16LittleEndian(from[8..]) : BinaryPrimitives.ReadInt32LittleEndian(from[8..]);

    /// <summary>Returns the same without a branch, where four bytes from its first on belong to the span: sizes are random.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NumberWithin(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadInt32LittleEndian(from[8..]) & NumberMaskOf(from);

    /// <summary>Sets the number without a branch, where four bytes from its first on belong to the span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetNumberWithin(Span<byte> to, int number)
    {
        var mask = NumberMaskOf(to);
        var behind = BinaryPrimitives.ReadInt32LittleEndian(to[8..]) & ~mask;
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], behind | (number & mask));
    }

    /// <summary>Gives the cell that begins a span another number for its weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetNumber(Span<byte> to, int number)
    {
        if ((to[0] & LongMark) == 0)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to[8..], (ushort)number);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[8..], number);
        }
    }

    /// <summary>Reads the cell that begins a span; its weight is left to who knows it by its number.</summary>
    /// <param name="from">The bytes.</param>
    /// <param name="class">Receives the class as the index of <see cref="DateCells"/>.</param>
    /// <param name="isSecond">Receives whether the cell before is of the same date.</param>
    /// <returns>The cell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DateCell Read(ReadOnlySpan<byte> from, out int @class, out bool isSecond)
    {
        var head = BinaryPrimitives.ReadUInt64LittleEndian(from);
        var latest = (long)(head >> MarkBits) + SupportedTime.FirstMicros;
        @class = (int)head & RichMark;
        isSecond = (head & SecondMark) != 0;
        if ((head & LongMark) == 0)
        {
            return new DateCell(
                0,
                BinaryPrimitives.ReadUInt16LittleEndian(from[8..]),
                latest,
                latest,
                (head & OutgoingMark) != 0 ? latest : TieCell.Never,
                (head & IncomingMark) != 0 ? latest : TieCell.Never);
        }

        return new DateCell(
            0,
            BinaryPrimitives.ReadInt32LittleEndian(from[8..]),
            latest - Back(from[12..]),
            latest,
            Direction(latest, Back(from[17..])),
            Direction(latest, Back(from[22..])));
    }

    /// <summary>Writes a cell.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(Span<byte> to, in DateCell cell, int @class, bool isSecond)
    {
        var head = ((ulong)(cell.Latest - SupportedTime.FirstMicros) << MarkBits) | (uint)@class | (isSecond ? SecondMark : 0u);
        if (IsShort(cell))
        {
            head |= (cell.Outgoing == cell.Latest ? OutgoingMark : 0u) | (cell.Incoming == cell.Latest ? IncomingMark : 0u);
            BinaryPrimitives.WriteUInt64LittleEndian(to, head);
            BinaryPrimitives.WriteUInt16LittleEndian(to[8..], (ushort)cell.Number);
            return ShortSize;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(to, head | LongMark);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], cell.Number);
        WriteBack(to[12..], cell.Latest - cell.Earliest);
        WriteBack(to[17..], cell.Outgoing == TieCell.Never ? NeverBack : cell.Latest - cell.Outgoing);
        WriteBack(to[22..], cell.Incoming == TieCell.Never ? NeverBack : cell.Latest - cell.Incoming);
        return LongSize;
    }

    /// <summary>Returns whether a cell takes but few bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShort(in DateCell cell) =>
        cell.Earliest == cell.Latest
        && IsLatestOrNever(cell.Outgoing, cell.Latest)
        && IsLatestOrNever(cell.Incoming, cell.Latest)
        && cell.Number <= ushort.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NumberMaskOf(ReadOnlySpan<byte> from) => ushort.MaxValue | LongMaskOf(from);

    // All bits for a long cell.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LongMaskOf(ReadOnlySpan<byte> from) => -((from[0] & LongMark) / LongMark);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLatestOrNever(long at, long latest) => at == latest || at == TieCell.Never;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Direction(long latest, long back) => back == NeverBack ? TieCell.Never : latest - back;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Back(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadUInt32LittleEndian(from) | ((long)from[4] << 32);

    private static void WriteBack(Span<byte> to, long back)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)back);
        to[4] = (byte)(back >> 32);
    }
}
