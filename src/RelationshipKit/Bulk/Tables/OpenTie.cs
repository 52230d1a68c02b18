using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>A tie of a chunk while more is folded into it, date by date.</summary>
/// <remarks>
/// The sums are those of the dates in their order, whatever the order the touchpoints came in: a later date is added to them, and who
/// changes an earlier one has them made again. So they are the same, bit for bit, for the same touchpoints.
/// </remarks>
internal ref struct OpenTie
{
    // What a tie at random gets beyond the cells of one date: a few short ones.
    private const int InAdvance = 32;

    private readonly TableFold fold;
    private readonly CellArena arena;
    private readonly PendingDates pending;
    private readonly ReadOnlySpan<double> landmark;
    private readonly ref TieHead head;
    private readonly ref TieRow row;

    // Of all dates, and of those before the open one, followed by the two of momentum.
    private readonly Span<double> standing;
    private readonly Span<double> closed;
    private DateCells date;

    // Whether the standing sums are those of the closed dates and this one.
    private bool isStanding;

    public OpenTie(
        TableFold fold,
        CellArena arena,
        PendingDates pending,
        ReadOnlySpan<double> landmark,
        ref TieHead head,
        ref TieRow row,
        Span<double> standing,
        Span<double> closed)
    {
        this.fold = fold;
        this.arena = arena;
        this.pending = pending;
        this.landmark = landmark;
        this.head = ref head;
        this.row = ref row;
        this.standing = standing;
        this.closed = closed;
        isStanding = head.ContactDays > 0;
        LoadOpenDate(ref date, head, row, arena, fold);
    }

    /// <summary>Loads the open date of a tie; one before all others without contact.</summary>
    public static void LoadOpenDate(ref DateCells date, in TieHead head, in TieRow row, CellArena arena, TableFold fold)
    {
        date.TurnTo(head.ContactDays == 0 ? int.MinValue : row.OpenDay);
        if (head.ContactDays == 0)
        {
            return;
        }

        var weights = fold.Weights.Values;
        row.Open.UnpackInto(ref date.Of(row.Open.Class), weights);
        if (row.Open.HasOther)
        {
            ref readonly var other = ref OtherOf(row, arena);
            other.UnpackInto(ref date.Of(other.Class), weights);
        }
    }

    /// <summary>Returns the other cell of an open date that has two.</summary>
    public static ref PackedCell OtherOf(in TieRow row, CellArena arena) =>
        ref MemoryMarshal.AsRef<PackedCell>(arena.Of(row, row.CellsLength));

    /// <summary>Packs the open date of a tie into its row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PackOpenDate(in DateCells date, ref TieRow row, CellArena arena)
    {
        row.OpenDay = date.Day;

        // The one cell by its index: copied, or branched to, it would be waited for.
        var first = date.Light.IsEmpty ? 1 : 0;
        row.Open.Pack(date[first], first, date.HasBoth);
        if (date.HasBoth)
        {
            arena.MakeRoom(ref row, PackedCell.Size, CellBytes.MostOfDate - PackedCell.Size);
            OtherOf(row, arena).Pack(date.Rich, 1, hasOther: true);
        }
    }

    /// <summary>Turns to a date, unless it is earlier than the open one.</summary>
    /// <returns>Whether it was turned to.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTurnTo(int day)
    {
        if (day != date.Day)
        {
            if (day < date.Day)
            {
                return false;
            }

            if (head.ContactDays > 0)
            {
                Close();
            }

            head.ContactDays++;
            date.TurnTo(day);
        }

        return true;
    }

    /// <summary>Returns the cell of a class of the date turned to, to add to it.</summary>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref DateCell Change(int @class)
    {
        isStanding = false;
        return ref date.Of(@class);
    }

    /// <summary>Puts down the open date.</summary>
    [SkipLocalsInit]
    [MethodImpl(Compile.AtOnce)]
    public void PutDown()
    {
        if (isStanding || head.ContactDays == 0)
        {
            return;
        }

        PackOpenDate(date, ref row, arena);
        if (pending.IsEmpty)
        {
            // Of a touchpoint by itself nothing closes, and momentum does not stand.
            DateTerms dateTerms = default;
            date.FillTerms(ref dateTerms);
            Span<double> terms = stackalloc double[fold.Lanes.Momentum];
            fold.Lanes.StandingTerms(dateTerms, landmark, terms);
            Add(closed, terms, standing);
            return;
        }

        // Several dates at once are seldom followed by more.
        arena.Trim(ref row, row.CellsLength + (row.Open.HasOther ? PackedCell.Size : 0));
        date.FillTerms(ref pending.Next());
        Add(closed, AddPending(1), standing);
    }

    // The open date comes to rest among the closed ones.
    [SkipLocalsInit]
    [MethodImpl(Compile.AtOnce)]
    private void Close()
    {
        CloseGap();
        if (isStanding)
        {
            // With the open date the closed sums are the standing ones; momentum does not stand.
            standing.CopyTo(closed);
            Span<double> terms = stackalloc double[fold.Lanes.Width];
            DateTerms dateTerms = default;
            date.FillTerms(ref dateTerms);
            fold.Lanes.MomentumTerms(dateTerms, landmark, terms);
            AddMomentum(terms, ref closed[^2], ref closed[^1]);
        }
        else
        {
            date.FillTerms(ref pending.Next());
            if (pending.IsFull)
            {
                AddPending(0);
            }
        }

        // Several dates at once are seldom followed by more: what is not needed is given back in the end.
        var size = (date.Light.IsEmpty ? 0 : CellBytes.SizeOf(date.Light)) + (date.Rich.IsEmpty ? 0 : CellBytes.SizeOf(date.Rich));
        arena.MakeRoom(ref row, size, isStanding ? InAdvance : CellBytes.MostOfDate);
        if (!date.Light.IsEmpty)
        {
            row.CellsLength += CellBytes.Write(arena.Of(row, row.CellsLength), date.Light, 0, isSecond: false);
        }

        if (!date.Rich.IsEmpty)
        {
            row.CellsLength += CellBytes.Write(arena.Of(row, row.CellsLength), date.Rich, 1, isSecond: !date.Light.IsEmpty);
        }

        row.ClosedLatest = Math.Max(date.Light.Latest, date.Rich.Latest);
    }

    // The first date has none before it; the open one is counted among the contact-days.
    private void CloseGap()
    {
        if (head.ContactDays > 1)
        {
            row.ClosedGaps.Add(row.ClosedLatest, Math.Min(date.Light.Earliest, date.Rich.Earliest));
        }
    }

    /// <summary>Adds the terms of pending dates to the sums of closed ones.</summary>
    /// <returns>The terms of the last ones, so many as are not to be added.</returns>
    [MethodImpl(Compile.AtOnce)]
    private ReadOnlySpan<double> AddPending(int exceptLast)
    {
        var lanes = fold.Lanes;
        var terms = pending.Take(landmark);
        for (; terms.Length > exceptLast * lanes.Width; terms = terms[lanes.Width..])
        {
            Add(closed, terms, closed[..lanes.Standing]);
            AddMomentum(terms[lanes.Momentum..], ref closed[^2], ref closed[^1]);
        }

        return terms;
    }

    /// <summary>Adds the terms of a date's momentum, light before rich.</summary>
    public static void AddMomentum(ReadOnlySpan<double> terms, ref double shorter, ref double longer)
    {
        shorter = shorter + terms[0] + terms[2];
        longer = longer + terms[1] + terms[3];
    }

    /// <summary>Adds numbers to others, one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums)
    {
        var i = 0;
        for (; i + Vector<double>.Count <= sums.Length; i += Vector<double>.Count)
        {
            (new Vector<double>(left[i..]) + new Vector<double>(right[i..])).CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] = left[i] + right[i];
        }
    }
}
