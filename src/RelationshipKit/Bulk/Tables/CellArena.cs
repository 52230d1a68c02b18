using System.Runtime.InteropServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Room for the cells of the ties of a chunk: bytes, of which each tie has one piece or several.</summary>
/// <remarks>
/// A piece at the end grows where it is. Any other that is full is followed by another, so that nothing is moved; each begins with where
/// the one before stands and how many bytes of cells it has, 0 for none. What a tie leaves is given to the next that needs as much. No span
/// outlives the making of room. Not safe to share between threads.
/// </remarks>
internal sealed class CellArena
{
    private const int Least = 1_024;
    private const int HeaderSize = 2 * sizeof(int);

    // Pieces are whole steps long. Those of up to so many steps are used again; longer ones are few.
    private const int Step = 8;
    private const int MostSteps = 256;

    // How much longer than needed a piece that is used again may be, in steps.
    private const int MostSpare = 8;

    // By steps, where a piece that was left begins, in which the next one is named; 0 for none, whose place is left empty.
    private readonly int[] left;
    private byte[] bytes;
    private int used = Step;
    private int waste;

    public CellArena() => (bytes, left) = ([], new int[MostSteps + 1]);

    private CellArena(CellArena other)
    {
        bytes = other.bytes.AsSpan(0, Math.Min(other.used, other.bytes.Length)).ToArray();
        (left, used, waste) = ([.. other.left], other.used, other.waste);
    }

    /// <summary>Gets the bytes that the cells take, room for cells to come included.</summary>
    public long Bytes => bytes.Length + (sizeof(int) * left.Length);

    /// <summary>Gets the bytes of all pieces, waste included.</summary>
    public int Used => used;

    /// <summary>Gets a value indicating whether so much is waste that it is worth getting rid of.</summary>
    public bool IsWasteful => waste > Least + (used / 2);

    public CellArena Copy() => new(this);

    /// <summary>Returns the bytes of the last piece of a tie from a place in it on, to its end.</summary>
    public Span<byte> Of(in TieRow row, int from = 0) => bytes.AsSpan(row.CellsAt + from, row.CellsRoom - from);

    /// <summary>Returns how many bytes the closed cells of a tie take.</summary>
    public int LengthOf(in TieRow row)
    {
        var length = 0;
        for (var piece = (At: row.CellsAt, Length: row.CellsLength); piece.At != 0; piece = Before(piece.At))
        {
            length += piece.Length;
        }

        return length;
    }

    /// <summary>Copies the closed cells of a tie, in order of date.</summary>
    /// <param name="row">The tie.</param>
    /// <param name="target">Room for just as many bytes.</param>
    public void CopyTo(in TieRow row, Span<byte> target)
    {
        for (var piece = (At: row.CellsAt, Length: row.CellsLength); piece.At != 0; piece = Before(piece.At))
        {
            bytes.AsSpan(piece.At, piece.Length).CopyTo(target[^piece.Length..]);
            target = target[..^piece.Length];
        }
    }

    /// <summary>Makes room behind the cells of a tie.</summary>
    /// <param name="row">The tie.</param>
    /// <param name="more">The bytes needed past <see cref="TieRow.CellsLength"/>.</param>
    /// <param name="inAdvance">The bytes worth having beyond that, should there be too few.</param>
    public void MakeRoom(ref TieRow row, int more, int inAdvance)
    {
        if (checked(row.CellsLength + more) > row.CellsRoom)
        {
            MakeMore(ref row, checked(more + inAdvance));
        }
    }

    /// <summary>Gives back the room behind the cells of a tie, if it is the last one.</summary>
    public void Trim(ref TieRow row, int length)
    {
        if (row.CellsRoom > 0 && row.CellsAt + row.CellsRoom == used)
        {
            used -= row.CellsRoom - RoomFor(length);
            row.CellsRoom = RoomFor(length);
        }
    }

    /// <summary>Leaves the pieces of a tie to others.</summary>
    public void Free(ref TieRow row)
    {
        var room = row.CellsRoom;
        for (var at = row.CellsAt; at != 0;)
        {
            var before = Before(at);
            Leave(at - HeaderSize, room + HeaderSize);
            (at, room) = (before.At, RoomFor(before.Length));
        }

        (row.CellsAt, row.CellsLength, row.CellsRoom) = (0, 0, 0);
    }

    /// <summary>Makes room for so many bytes of ties to come.</summary>
    public void Reserve(int more)
    {
        if (checked(used + more) > bytes.Length)
        {
            Resize((int)Math.Min(Array.MaxLength, Math.Max(Math.Max(Least, used + (long)more), bytes.Length + (bytes.Length / 2L))));
        }
    }

    /// <summary>Fills an arena without cells in room that is only lent, so that nothing grows on the way.</summary>
    /// <param name="room">Of any length; what it holds does not matter.</param>
    public void Borrow(byte[] room) => bytes = room;

    /// <summary>Moves the cells to room of their own, and leaves the room lent to whom it belongs.</summary>
    public void Settle() => Resize(used + (used / 64));

    /// <summary>Gives back what is empty, if it is worth the copy.</summary>
    public void TrimEnd()
    {
        if (bytes.Length - used > Least + (used / 32))
        {
            Resize(used + (used / 64));
        }
    }

    private static int Whole(int length) => checked(length + Step - 1) / Step * Step;

    // A piece is whole steps long with its header.
    private static int RoomFor(int length) => Whole(HeaderSize + length) - HeaderSize;

    private void MakeMore(ref TieRow row, int more)
    {
        if (row.CellsRoom > 0 && row.CellsAt + row.CellsRoom == used)
        {
            var longer = RoomFor(checked(row.CellsLength + more)) - row.CellsRoom;
            Reserve(longer);
            used += longer;
            row.CellsRoom += longer;
            return;
        }

        var before = (At: row.CellsAt, Length: row.CellsLength);
        if (before is { At: not 0, Length: 0 })
        {
            before = Before(row.CellsAt);
            Leave(row.CellsAt - HeaderSize, row.CellsRoom + HeaderSize);
        }
        else
        {
            waste += row.CellsRoom - (row.CellsRoom > 0 ? RoomFor(row.CellsLength) : 0);
        }

        var (at, size) = Take(Whole(checked(HeaderSize + more)));
        MemoryMarshal.Write(bytes.AsSpan(at), before);
        (row.CellsAt, row.CellsLength, row.CellsRoom) = (at + HeaderSize, 0, size - HeaderSize);
    }

    private (int At, int Length) Before(int at) => MemoryMarshal.Read<(int At, int Length)>(bytes.AsSpan(at - HeaderSize));

    private (int At, int Size) Take(int size)
    {
        for (var steps = size / Step; steps <= Math.Min(MostSteps, (size / Step) + MostSpare); steps++)
        {
            if (left[steps] is var at && at != 0)
            {
                left[steps] = MemoryMarshal.Read<int>(bytes.AsSpan(at));
                waste -= steps * Step;
                return (at, steps * Step);
            }
        }

        Reserve(size);
        used += size;
        return (used - size, size);
    }

    private void Leave(int at, int size)
    {
        waste += size;
        var steps = size / Step;
        if (steps <= MostSteps)
        {
            MemoryMarshal.Write(bytes.AsSpan(at), left[steps]);
            left[steps] = at;
        }
    }

    private void Resize(int length)
    {
        var resized = GC.AllocateUninitializedArray<byte>(length);
        bytes.AsSpan(0, Math.Min(used, bytes.Length)).CopyTo(resized);
        bytes = resized;
    }
}
