using System.Buffers.Binary;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The bytes of a table, little-endian, in frames that are checked before a byte of them is used.</summary>
/// <remarks>
/// <code>
/// head:  "RKTT" | version 1 (1) | fingerprint (20) | up to (8) | ties (4) | checksum (8)
/// frame: length, at most 65,536 (4) | bytes | checksum (8);  the last has no bytes
/// tie:   touchpoints (4), and if there are any: outgoing, incoming, cells (4 each), then the cells
/// cell:  day (4) | class (1) | weight (8) | latest (8) | from earliest, last outgoing and last incoming to it (5 each; all bits: never)
/// </code>
/// No tie's head and no cell is cut by the end of a frame. Sums are a cache and are made again on reading.
/// </remarks>
internal static class TieTableStream
{
    private const int TieSize = 16;
    private const int CellSize = 4 + 1 + 8 + 8 + (3 * 5);
    private const long NeverBack = (1L << 40) - 1;

    public static void Write(Stream stream, TieTable table)
    {
        var frames = new FrameWriter(stream, table.Fold.Plan.Fingerprint, table.UpToMicros, table.Count);
        var cells = new List<CellParts>();
        for (var tie = 0; tie < table.Count; tie++)
        {
            var local = tie & (TieChunk.MaxTies - 1);
            var chunk = table.ChunkOf(tie);
            if (chunk is null || chunk.HeadOf(local).Touchpoints == 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(frames.Next(sizeof(int)), 0);
                continue;
            }

            chunk.CopyCells(local, cells);
            var counts = chunk.CountsOf(local);
            var head = frames.Next(TieSize);
            BinaryPrimitives.WriteInt32LittleEndian(head, counts.Touchpoints);
            BinaryPrimitives.WriteInt32LittleEndian(head[4..], counts.Outgoing);
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], counts.Incoming);
            BinaryPrimitives.WriteInt32LittleEndian(head[12..], cells.Count);
            foreach (var cell in cells)
            {
                Write(frames.Next(CellSize), cell.Day, cell.IsRich, cell.Cell);
            }
        }

        frames.End();
    }

    public static TieTable Read(Stream stream, Func<int, TieTable> newTable, FoldFingerprint expected)
    {
        var frames = new FrameReader(stream, expected);
        var table = newTable(frames.Ties);
        var cells = new List<CellParts>();
        for (var tie = 0; tie < frames.Ties; tie++)
        {
            var touchpoints = BinaryPrimitives.ReadInt32LittleEndian(frames.Next(sizeof(int)));
            if (touchpoints != 0)
            {
                ReadTie(frames, table, tie, touchpoints, cells);
            }
        }

        frames.End();
        table.SetUpTo(frames.UpTo);
        return table;
    }

    private static void Write(Span<byte> bytes, int day, bool isRich, in DateCell cell)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, day);
        bytes[4] = (byte)(isRich ? ChannelClass.Rich : ChannelClass.Light);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[5..], cell.Weight);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[13..], cell.Latest);
        WriteBack(bytes[21..], cell.Latest - cell.Earliest);
        WriteBack(bytes[26..], cell.Outgoing == TieCell.Never ? NeverBack : cell.Latest - cell.Outgoing);
        WriteBack(bytes[31..], cell.Incoming == TieCell.Never ? NeverBack : cell.Latest - cell.Incoming);
    }

    private static void WriteBack(Span<byte> bytes, long back)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)back);
        bytes[4] = (byte)(back >> 32);
    }

    private static long ReadBack(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((long)bytes[4] << 32);

    private static void ReadTie(FrameReader frames, TieTable table, int tie, int touchpoints, List<CellParts> cells)
    {
        var head = frames.Next(TieSize - sizeof(int));
        var (outgoing, incoming) = (BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[4..]));
        var count = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (touchpoints < count || count < 1 || outgoing < 0 || outgoing > touchpoints || incoming < 0 || incoming > touchpoints)
        {
            throw FrameReader.Implausible();
        }

        cells.Clear();
        var counts = TieCounts.None;
        for (var i = 0; i < count; i++)
        {
            var cell = ReadCell(frames, table);
            if (i > 0 && cell.CompareTo(cells[^1]) <= 0)
            {
                throw FrameReader.Implausible();
            }

            cells.Add(cell);
            counts = counts.Plus(new TieCounts(0, 0, 0, cell.Cell.Earliest, cell.Cell.Latest));
        }

        table.Put(tie, cells, counts with { Touchpoints = touchpoints, Outgoing = outgoing, Incoming = incoming });
    }

    private static CellParts ReadCell(FrameReader frames, TieTable table)
    {
        var bytes = frames.Next(CellSize);
        var (day, @class, weight) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), (ChannelClass)bytes[4], BinaryPrimitives.ReadDoubleLittleEndian(bytes[5..]));
        var latest = BinaryPrimitives.ReadInt64LittleEndian(bytes[13..]);
        var (earliest, outgoing, incoming) = (ReadBack(bytes[21..]), ReadBack(bytes[26..]), ReadBack(bytes[31..]));
        if (!(weight > 0 && weight <= 1)
            || @class is not (ChannelClass.Light or ChannelClass.Rich)
            || latest > frames.UpTo
            || latest - earliest < SupportedTime.FirstMicros
            || !(outgoing <= earliest || outgoing == NeverBack)
            || !(incoming <= earliest || incoming == NeverBack))
        {
            throw FrameReader.Implausible();
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
