using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <content>Reading the cells of one tie: in one pass, because where each of them ends is only known when it is read.</content>
internal sealed partial class ChunkReader
{
    /// <summary>Fills a tie; throws unless a fold can have made the cells. Gives their weights the numbers of the table.</summary>
    [MethodImpl(Compile.AtOnce)]
    private void ReadDates(Span<byte> own, TieChunk chunk, int tie, in TieCounts counts, ref ulong days)
    {
        var (weights, hash) = (fold.Weights.Values, days);
        var (gaps, contactDays, cells) = (default(GapProduct), 0, 0);
        var (first, last, previousDay, previousLatest) = (long.MaxValue, long.MinValue, int.MinValue, 0L);
        DateCells date = default;
        var at = 0;
        while (true)
        {
            var rest = own[at..];
            contactDays++;
            if (CellBytes.IsOneShortDate(rest))
            {
                // One touchpoint is all, as of most dates that are over.
                var (day, latest, number) = (ReadDay(rest, previousDay), CellBytes.LatestOf(rest), NumberOf(rest));
                hash = ChunkBytes.WithDay(hash, day);
                CellBytes.SetNumber(rest, number);
                CellBytes.FillTerms(rest, weights[number], ref dates.NextClosed(chunk, tie));
                if (contactDays > 1)
                {
                    gaps.Add(previousLatest, latest);
                }

                (first, last, previousDay, previousLatest) = (Math.Min(first, latest), Math.Max(last, latest), day, latest);
                at += CellBytes.ShortSize;
                cells++;
                continue;
            }

            var size = ReadDate(rest, previousDay, ref date);
            hash = ChunkBytes.WithDay(hash, date.Day);
            hash = date.HasBoth ? ChunkBytes.WithDay(hash, date.Day) : hash;
            var (earliest, dateLatest) = (Math.Min(date.Light.Earliest, date.Rich.Earliest), Math.Max(date.Light.Latest, date.Rich.Latest));
            (first, last, previousDay) = (Math.Min(first, earliest), Math.Max(last, dateLatest), date.Day);
            cells += date.HasBoth ? 2 : 1;
            if (size == rest.Length)
            {
                break;
            }

            date.FillTerms(ref dates.NextClosed(chunk, tie));
            if (contactDays > 1)
            {
                gaps.Add(previousLatest, earliest);
            }

            previousLatest = dateLatest;
            at += size;
        }

        if (cells > counts.Touchpoints)
        {
            throw TableHead.Implausible();
        }

        days = hash;
        date.FillTerms(ref dates.NextOpen(chunk, tie));
        chunk.Load(tie, own[..at], (gaps, previousLatest), date, contactDays, counts with { FirstMicros = first, LastMicros = last });
    }

    // Reads the one or two cells of a date and returns their bytes.
    [MethodImpl(MethodImplOptions.NoInlining | Compile.AtOnce)]
    private int ReadDate(Span<byte> from, int previousDay, ref DateCells date)
    {
        var size = SizeOf(from);
        date.TurnTo(ReadDay(from, previousDay));
        var @class = ReadCell(from, ref date);
        var second = from[size..];
        if (second.IsEmpty || !CellBytes.IsSecond(second))
        {
            return size;
        }

        size += SizeOf(second);
        if (ReadDay(second) != date.Day)
        {
            throw new TieStateMismatchException(["zone"]);
        }

        // Light before rich.
        if (@class != 0 || ReadCell(second, ref date) != 1)
        {
            throw TableHead.Implausible();
        }

        return size;
    }

    // Reads a cell into its date, its weight under the number of the table, and returns its class.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadCell(Span<byte> from, ref DateCells date)
    {
        var cell = CellBytes.Read(from, out var @class, out _);
        if (CellBytes.SizeOf(from) == CellBytes.LongSize)
        {
            CheckLong(cell, date.Day);
        }

        var number = NumberOf(from);
        CellBytes.SetNumber(from, number);
        date.Of(@class) = cell with { Weight = fold.Weights.Values[number], Number = number };
        return @class;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeOf(ReadOnlySpan<byte> from) =>
        CellBytes.SizeOf(from) is var size && size <= from.Length ? size : throw TableHead.Implausible();

    // Reads the day of the first cell of a date.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadDay(ReadOnlySpan<byte> from, int previousDay)
    {
        var day = ReadDay(from);
        if (day <= previousDay || CellBytes.IsSecond(from))
        {
            throw day == previousDay && CellBytes.IsSecond(from) ? TableHead.Implausible() : new TieStateMismatchException(["zone"]);
        }

        return day;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadDay(ReadOnlySpan<byte> from) =>
        CellBytes.LatestOf(from) is var latest && latest <= upTo ? fold.Days.DayOf(latest) : throw TableHead.Implausible();

    // Returns the number that the table has for the weight of a cell.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NumberOf(ReadOnlySpan<byte> from) =>
        CellBytes.NumberOf(from) is var place && (uint)place < (uint)numbers.Length ? numbers[place] : throw TableHead.Implausible();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckLong(in DateCell cell, int day)
    {
        if (cell.Earliest < SupportedTime.FirstMicros
            || CellBytes.IsShort(cell)
            || !IsWithin(cell, cell.Outgoing)
            || !IsWithin(cell, cell.Incoming))
        {
            throw TableHead.Implausible();
        }

        if (fold.Days.DayOf(cell.Earliest) != day)
        {
            throw new TieStateMismatchException(["zone"]);
        }
    }

    private static bool IsWithin(in DateCell cell, long direction) =>
        direction == TieCell.Never || (direction >= cell.Earliest && direction <= cell.Latest);
}
