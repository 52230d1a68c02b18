using System.Runtime.InteropServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Room for the cells of the ties of a chunk: bytes, of which each tie has a stretch.</summary>
/// <remarks>
/// A stretch at the end grows where it is; any other is moved when it is full, and what it leaves is given to the next that needs as much. No span of a stretch
/// outlives the making of room for another. Not safe to share between threads.
/// </remarks>
internal sealed class CellArena
{
    private const int Least = 1_024;

    // Stretches are whole steps long. Those of up to so many steps are used again; longer ones are few.
    private const int Step = 16;
    private const int MostSteps = 256;

    // How much longer than needed a stretch that is used again may be, in steps.
    private const int MostSpare = 4;

    // By steps, where a stretch that was left begins, in which the next one is named; 0 for none, whose place is left empty.
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

    /// <summary>Gets a value indicating whether so much is waste that it is worth getting rid of.</summary>
    public bool IsWasteful => waste > Least + (used / 2);

    public CellArena Copy() => new(this);

    /// <summary>Returns the bytes of a tie from a place in its stretch on, to the end of its stretch.</summary>
    public Span<byte> Of(in TieRow row, int from = 0) => bytes.AsSpan(row.CellsAt + from, row.CellsRoom - from);

    /// <summary>Makes room behind the cells of a tie.</summary>
    /// <param name="row">The tie.</param>
    /// <param name="more">The bytes needed past <see cref="TieRow.CellsLength"/>.</param>
    /// <param name="inAdvance">The bytes worth having beyond that, should the stretch have to be moved.</param>
    public void MakeRoom(ref TieRow row, int more, int inAdvance)
    {
        var needed = checked(row.CellsLength + more);
        if (needed <= row.CellsRoom)
        {
            return;
        }

        if (row.CellsRoom > 0 && row.CellsAt + row.CellsRoom == used)
        {
            var longer = Whole(needed) - row.CellsRoom;
            Reserve(longer);
            used += longer;
            row.CellsRoom += longer;
            return;
        }

        var (at, room) = Take(Whole(checked(needed + inAdvance)));
        bytes.AsSpan(row.CellsAt, row.CellsLength).CopyTo(bytes.AsSpan(at));
        Leave(row.CellsAt, row.CellsRoom);
        (row.CellsAt, row.CellsRoom) = (at, room);
    }

    /// <summary>Gives back the room behind the cells of a tie, if it is the last one.</summary>
    public void Trim(ref TieRow row, int length)
    {
        if (row.CellsAt + row.CellsRoom == used)
        {
            used -= row.CellsRoom - Whole(length);
            row.CellsRoom = Whole(length);
        }
    }

    /// <summary>Leaves the stretch of a tie to others.</summary>
    public void Free(ref TieRow row)
    {
        Leave(row.CellsAt, row.CellsRoom);
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

    /// <summary>Gives back what is empty, if it is worth the copy.</summary>
    public void TrimEnd()
    {
        if (bytes.Length - used > Least + (used / 32))
        {
            Resize(used + (used / 64));
        }
    }

    private static int Whole(int length) => checked(length + Step - 1) / Step * Step;

    private (int At, int Room) Take(int room)
    {
        for (var steps = room / Step; steps <= Math.Min(MostSteps, (room / Step) + MostSpare); steps++)
        {
            if (left[steps] is var at && at != 0)
            {
                left[steps] = MemoryMarshal.Read<int>(bytes.AsSpan(at));
                waste -= steps * Step;
                return (at, steps * Step);
            }
        }

        Reserve(room);
        used += room;
        return (used - room, room);
    }

    private void Leave(int at, int room)
    {
        waste += room;
        var steps = room / Step;
        if (steps is > 0 and <= MostSteps)
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
