namespace RelationshipKit.Bulk.Tables;

/// <summary>Room for the cells of the ties of a chunk: bytes, of which each tie has a stretch.</summary>
/// <remarks>
/// A stretch at the end grows where it is; any other is moved to the end when it is full, and leaves waste behind, which the chunk gets rid of now and then. No span
/// of a stretch outlives the making of room for another. Not safe to share between threads.
/// </remarks>
internal sealed class CellArena
{
    private const int Least = 1_024;

    private byte[] bytes;
    private int used;
    private int waste;

    public CellArena() => bytes = [];

    private CellArena(CellArena other)
    {
        bytes = other.bytes.AsSpan(0, other.used).ToArray();
        (used, waste) = (other.used, other.waste);
    }

    /// <summary>Gets the bytes that the cells take, room for cells to come included.</summary>
    public long Bytes => bytes.Length;

    /// <summary>Gets a value indicating whether so much is waste that it is worth getting rid of.</summary>
    public bool IsWasteful => waste > Least + (used / 4);

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

        if (row.CellsAt + row.CellsRoom != used || row.CellsRoom == 0)
        {
            needed = checked(needed + inAdvance);
            Reserve(needed);
            bytes.AsSpan(row.CellsAt, row.CellsLength).CopyTo(bytes.AsSpan(used));
            waste += row.CellsRoom;
            (row.CellsAt, row.CellsRoom) = (used, 0);
        }
        else
        {
            Reserve(needed - row.CellsRoom);
        }

        used += needed - row.CellsRoom;
        row.CellsRoom = needed;
    }

    /// <summary>Gives back the room behind the cells of a tie, if it is the last one.</summary>
    public void Trim(ref TieRow row, int length)
    {
        if (row.CellsAt + row.CellsRoom == used)
        {
            used -= row.CellsRoom - length;
            row.CellsRoom = length;
        }
    }

    /// <summary>Leaves the stretch of a tie to waste.</summary>
    public void Free(ref TieRow row)
    {
        waste += row.CellsRoom;
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

    private void Resize(int length)
    {
        var resized = GC.AllocateUninitializedArray<byte>(length);
        bytes.AsSpan(0, used).CopyTo(resized);
        bytes = resized;
    }
}
