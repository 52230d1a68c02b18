using System.Buffers.Binary;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// The bytes of a table, version 1, which is read and no longer written: little-endian, in frames that are checked before a byte of them is
/// used.
/// </summary>
/// <remarks>
/// <code>
/// frame: length, at most 65,536 (4) | bytes | checksum (8);  the last has no bytes
/// tie:   touchpoints (4), and if there are any: outgoing, incoming, cells (4 each), then the cells
/// cell:  day (4) | class (1) | weight (8) | latest (8) | from earliest, last outgoing and last incoming to it (5 each; all bits: never)
/// </code>
/// No tie's head and no cell is cut by the end of a frame. Sums are a cache and are made again on reading.
/// </remarks>
internal static class TieTableStream1
{
    private const int TieSize = 16;
    private const int CellSize = 4 + 1 + 8 + 8 + (3 * 5);
    private const long NeverBack = (1L << 40) - 1;

    /// <summary>Reads the frames that follow a head into a table without contact.</summary>
    public static void Read(Stream stream, TableHead head, TieTable table)
    {
        using var frames = new FrameReader(stream, head);
        head.Check(table.Fold.Plan.Fingerprint);
        table.GrowTo(head.Ties);
        var cells = new List<CellParts>();
        for (var tie = 0; tie < head.Ties; tie++)
        {
            var touchpoints = BinaryPrimitives.ReadInt32LittleEndian(frames.Next(sizeof(int)));
            if (touchpoints != 0)
            {
                ReadTie(frames, head.UpTo, table, tie, touchpoints, cells);
            }
        }

        frames.End();
    }

    private static long ReadBack(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((long)bytes[4] << 32);

    private static void ReadTie(FrameReader frames, long upTo, TieTable table, int tie, int touchpoints, List<CellParts> cells)
    {
        var head = frames.Next(TieSize - sizeof(int));
        var (outgoing, incoming) = (BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[4..]));
        var count = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (touchpoints < count || count < 1 || outgoing < 0 || outgoing > touchpoints || incoming < 0 || incoming > touchpoints)
        {
            throw TableHead.Implausible();
        }

        cells.Clear();
        var counts = TieCounts.None;
        for (var i = 0; i < count; i++)
        {
            var cell = ReadCell(frames, upTo, table);
            if (i > 0 && cell.CompareTo(cells[^1]) <= 0)
            {
                throw TableHead.Implausible();
            }

            cells.Add(cell);
            counts = counts.Plus(new TieCounts(0, 0, 0, cell.Cell.Earliest, cell.Cell.Latest));
        }

        table.Put(tie, cells, counts with { Touchpoints = touchpoints, Outgoing = outgoing, Incoming = incoming });
    }

    private static CellParts ReadCell(FrameReader frames, long upTo, TieTable table)
    {
        var bytes = frames.Next(CellSize);
        var (day, @class, weight) = (
            BinaryPrimitives.ReadInt32LittleEndian(bytes), (ChannelClass)bytes[4], BinaryPrimitives.ReadDoubleLittleEndian(bytes[5..]));
        var latest = BinaryPrimitives.ReadInt64LittleEndian(bytes[13..]);
        var (earliest, outgoing, incoming) = (ReadBack(bytes[21..]), ReadBack(bytes[26..]), ReadBack(bytes[31..]));
        if (!(weight > 0 && weight <= 1)
            || @class is not (ChannelClass.Light or ChannelClass.Rich)
            || latest > upTo
            || latest - earliest < SupportedTime.FirstMicros
            || !(outgoing <= earliest || outgoing == NeverBack)
            || !(incoming <= earliest || incoming == NeverBack))
        {
            throw TableHead.Implausible();
        }

        // The bytes are as they were written, so that it is the zone that has changed its rules.
        var days = table.Fold.Days;
        if (days.DayOf(latest) != day || days.DayOf(latest - earliest) != day)
        {
            throw new TieStateMismatchException(["zone"]);
        }

        return new CellParts(
            day,
            @class == ChannelClass.Rich,
            new DateCell(
                weight,
                0,
                latest - earliest,
                latest,
                outgoing == NeverBack ? TieCell.Never : latest - outgoing,
                incoming == NeverBack ? TieCell.Never : latest - incoming));
    }
}
