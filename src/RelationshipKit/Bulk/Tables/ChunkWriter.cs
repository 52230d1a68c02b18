using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Writes the ties of a chunk as <see cref="ChunkBytes"/> says. Not safe to share between threads.</summary>
internal sealed class ChunkWriter(TableFold fold)
{
    // By number, the place of a weight among those of the chunk, from 1; 0 for none.
    private int[] places = [];

    /// <summary>Writes a chunk with contact as the bytes of a frame.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Write(ByteRoom frame, int index, TieChunk chunk)
    {
        var known = fold.Weights.Values;
        if (places.Length < known.Length)
        {
            places = new int[known.Length];
        }

        places.AsSpan().Clear();
        for (var tie = 0; tie < chunk.Ties; tie++)
        {
            Mark(chunk, tie);
        }

        var weights = PlaceWeights(known);
        frame.Begin();
        BinaryPrimitives.WriteInt32LittleEndian(frame.Take(sizeof(int)), index);
        BinaryPrimitives.WriteInt32LittleEndian(frame.Take(sizeof(int)), weights.Length);
        foreach (var weight in weights)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(frame.Take(sizeof(double)), weight);
        }

        var days = 0UL;
        for (var tie = 0; tie < chunk.Ties; tie++)
        {
            days = Write(frame, chunk, tie, days);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(frame.Take(sizeof(ulong)), days);
    }

    [MethodImpl(Compile.AtOnce)]
    private void Mark(TieChunk chunk, int tie)
    {
        for (var rest = chunk.ClosedCellsOf(tie); !rest.IsEmpty; rest = rest[CellBytes.SizeOf(rest)..])
        {
            places[CellBytes.NumberOf(rest)] = 1;
        }

        var open = chunk.OpenDateOf(tie);
        if (!open.Light.IsEmpty)
        {
            places[open.Light.Number] = 1;
        }

        if (!open.Rich.IsEmpty)
        {
            places[open.Rich.Number] = 1;
        }
    }

    // Returns the weights that are marked, from the smallest, and turns marks into places among them.
    private double[] PlaceWeights(double[] known)
    {
        double[] weights = [.. known.Where((_, number) => number < places.Length && places[number] != 0).Distinct().Order()];
        for (var number = 0; number < known.Length; number++)
        {
            places[number] = places[number] == 0 ? 0 : Array.BinarySearch(weights, known[number]);
        }

        return weights;
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

        var closed = chunk.ClosedCellsOf(tie);
        var room = frame.Take(ChunkBytes.TieSize + closed.Length + CellBytes.MostOfDate);
        var cells = room[ChunkBytes.TieSize..];
        closed.CopyTo(cells);
        for (var rest = cells[..closed.Length]; !rest.IsEmpty; rest = rest[CellBytes.SizeOf(rest)..])
        {
            CellBytes.SetNumber(rest, places[CellBytes.NumberOf(rest)]);
            days = ChunkBytes.WithDay(days, fold.Days.DayOf(CellBytes.LatestOf(rest)));
        }

        var open = chunk.OpenDateOf(tie);
        var length = closed.Length;
        if (!open.Light.IsEmpty)
        {
            length += CellBytes.Write(cells[length..], open.Light with { Number = places[open.Light.Number] }, 0, isSecond: false);
            days = ChunkBytes.WithDay(days, open.Day);
        }

        if (!open.Rich.IsEmpty)
        {
            length += CellBytes.Write(cells[length..], open.Rich with { Number = places[open.Rich.Number] }, 1, isSecond: !open.Light.IsEmpty);
            days = ChunkBytes.WithDay(days, open.Day);
        }

        var counts = chunk.CountsOf(tie);
        BinaryPrimitives.WriteInt32LittleEndian(room, counts.Touchpoints);
        BinaryPrimitives.WriteInt32LittleEndian(room[4..], counts.Outgoing);
        BinaryPrimitives.WriteInt32LittleEndian(room[8..], counts.Incoming);
        BinaryPrimitives.WriteInt32LittleEndian(room[12..], length);
        frame.GiveBack(closed.Length + CellBytes.MostOfDate - length);
        return days;
    }
}
