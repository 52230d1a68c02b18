using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>A tie of a chunk while more is folded into it, date by date.</summary>
/// <remarks>
/// The sums are those of the dates in their order, whatever the order the touchpoints came in: a later date is added to them, and who changes an
/// earlier one has them made anew. So they are the same, bit for bit, for the same touchpoints.
/// </remarks>
internal ref struct OpenTie
{
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

    public OpenTie(TableFold fold, CellArena arena, PendingDates pending, ReadOnlySpan<double> landmark, ref TieHead head, ref TieRow row, Span<double> standing, Span<double> closed)
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

    /// <summary>Returns when the last closed date ended; there must be one.</summary>
    public static long ClosedLatest(in TieRow row, CellArena arena)
    {
        ref readonly var newest = ref arena[row.Newest];
        return newest.IsSecondOfDate ? Math.Max(newest.Latest, arena[newest.Next].Latest) : newest.Latest;
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
        if (row.Open.Next != 0)
        {
            ref readonly var other = ref arena[row.Open.Next];
            other.UnpackInto(ref date.Of(other.Class), weights);
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
    [MethodImpl(Compile.AtOnce)]
    public void PutDown()
    {
        if (isStanding || head.ContactDays == 0)
        {
            return;
        }

        row.OpenDay = date.Day;
        if (date.Light.IsEmpty || date.Rich.IsEmpty)
        {
            row.Open.Pack(date.Light.IsEmpty ? date.Rich : date.Light, date.Light.IsEmpty ? 1 : 0);
        }
        else
        {
            row.Open.Pack(date.Light, 0);
            if (row.Open.Next == 0)
            {
                row.Open.Next = arena.Take();
                arena[row.Open.Next].Next = 0;
            }

            arena[row.Open.Next].Pack(date.Rich, 1);
        }

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

        date.FillTerms(ref pending.Next());
        Add(closed, AddPending(1), standing);
    }

    // The open date comes to rest among the closed ones.
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

        if (!date.Light.IsEmpty)
        {
            Chain(arena.Take(), date.Light, 0, false);
        }

        if (!date.Rich.IsEmpty)
        {
            Chain(row.Open.Next == 0 ? arena.Take() : row.Open.Next, date.Rich, 1, !date.Light.IsEmpty);
        }

        row.Open.Next = 0;
    }

    // The first date has none before it; the open one is counted among the contact-days.
    private void CloseGap()
    {
        if (head.ContactDays > 1)
        {
            row.ClosedGapLogs += UsualGap.LogOf(ClosedLatest(row, arena), Math.Min(date.Light.Earliest, date.Rich.Earliest));
        }
    }

    /// <summary>Adds the terms of a date's momentum, light before rich.</summary>
    public static void AddMomentum(ReadOnlySpan<double> terms, ref double shorter, ref double longer)
    {
        shorter = shorter + terms[0] + terms[2];
        longer = longer + terms[1] + terms[3];
    }

    // Returns the terms of the last ones, so many as are not to be added.
    [MethodImpl(Compile.AtOnce)]
    private ReadOnlySpan<double> AddPending(int exceptLast)
    {
        var lanes = fold.Lanes;
        var terms = pending.Take(landmark);
        for (; terms.Length > exceptLast * lanes.Width; terms = terms[lanes.Width..])
        {
            Add(closed, terms, closed[..standing.Length]);
            AddMomentum(terms[lanes.Momentum..], ref closed[^2], ref closed[^1]);
        }

        return terms;
    }

    private void Chain(int number, in DateCell cell, int @class, bool isSecondOfDate)
    {
        ref var packed = ref arena[number];
        packed.Pack(cell, @class, isSecondOfDate);
        packed.Next = row.Newest;
        row.Newest = number;
    }

    private static void Add(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums)
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
