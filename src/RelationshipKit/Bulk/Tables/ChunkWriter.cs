using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Writes the ties of a chunk as <see cref="ChunkBytes"/> says. Not safe to share between threads.</summary>
internal sealed class ChunkWriter(TableFold fold)
{
    private readonly List<double> weights = [];

    // By number, the place of a weight among those of the chunk; -1 for none yet.
    private int[] places = [];

    /// <summary>Writes a chunk with contact as the bytes of a frame.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Write(ByteRoom frame, int index, TieChunk chunk)
    {
        if (places.Length < fold.Weights.Values.Length)
        {
            places = new int[fold.Weights.Values.Length];
        }

        places.AsSpan().Fill(-1);
        weights.Clear();
        frame.Begin();
        BinaryPrimitives.WriteInt32LittleEndian(frame.Take(sizeof(int)), index);
        var days = 0UL;
        for (var tie = 0; tie < chunk.Ties; tie++)
        {
            days = Write(frame, chunk, tie, days);
        }

        foreach (var weight in weights)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(frame.Take(sizeof(double)), weight);
        }

        BinaryPrimitives.WriteInt32LittleEndian(frame.Take(sizeof(int)), weights.Count);
        BinaryPrimitives.WriteUInt64LittleEndian(frame.Take(sizeof(ulong)), days);
    }

    [MethodImpl(Compile.AtOnce)]
    private ulong Write(ByteRoom frame, TieChunk chunk, int tie, ulong days)
    {
        ref readonly var head = ref chunk.HeadOf(tie);
        if (head.Touchpoints == 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(frame.Take(sizeof(int)), 0);
            return days;
        }

        var length = chunk.ClosedLengthOf(tie);
        var room = frame.Take(ChunkBytes.TieSize + length + CellBytes.MostOfDate);
        var cells = room[ChunkBytes.TieSize..];
        chunk.CopyClosedCells(tie, cells[..length]);
        for (var at = 0; at < length;)
        {
            var rest = cells[at..];
            CellBytes.SetNumberWithin(rest, PlaceOf(CellBytes.NumberWithin(rest)));
            days = ChunkBytes.WithDay(days, fold.Days.DayOf(CellBytes.LatestOf(rest)));
            at += CellBytes.SizeOf(rest);
        }

        var open = chunk.OpenDateOf(tie);
        if (!open.Light.IsEmpty)
        {
            length += CellBytes.Write(cells[length..], open.Light with { Number = PlaceOf(open.Light.Number) }, 0, isSecond: false);
            days = ChunkBytes.WithDay(days, open.Day);
        }

        if (!open.Rich.IsEmpty)
        {
            length += CellBytes.Write(
                cells[length..], open.Rich with { Number = PlaceOf(open.Rich.Number) }, 1, isSecond: !open.Light.IsEmpty);
            days = ChunkBytes.WithDay(days, open.Day);
        }

        var counts = chunk.CountsOf(tie);
        BinaryPrimitives.WriteInt32LittleEndian(room, counts.Touchpoints);
        BinaryPrimitives.WriteInt32LittleEndian(room[4..], counts.Outgoing);
        BinaryPrimitives.WriteInt32LittleEndian(room[8..], counts.Incoming);
        BinaryPrimitives.WriteInt32LittleEndian(room[12..], length);
        frame.GiveBack(cells.Length - length);
        return days;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int number) => places[number] is var place && place >= 0 ? place : AddWeight(number);

    // Kinds of one weight have numbers of their own; its place is the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int AddWeight(int number)
    {
        var weight = fold.Weights.Values[number];
        var place = weights.IndexOf(weight);
        if (place < 0)
        {
            place = weights.Count;
            weights.Add(weight);
        }

        return places[number] = place;
    }
}
