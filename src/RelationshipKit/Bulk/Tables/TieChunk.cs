using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The states of up to 2,048 neighbouring ties of a table.</summary>
/// <remarks>Not safe to share between threads while one writes; different chunks may be written at once.</remarks>
internal sealed partial class TieChunk
{
    public const int TieBits = 11;
    public const int MaxTies = 1 << TieBits;

    // Beside the closed sums of the standing lanes, those of momentum under both half-lives.
    private const int MomentumSums = 2;

    /// <summary>How many doubles the head of a tie takes.</summary>
    public const int HeadLength = TieHead.Size / sizeof(double);
    private const int RowLength = TieRow.Size / sizeof(double);

    private readonly TableFold fold;
    private CellArena cells;

    // A touchpoint of a random tie waits for memory longer than for anything else, so what is used together stands together, structs among
    // doubles: in what is read, the head of a tie and its standing sums; in what only folding needs, its row and its closed sums.
    private double[] read;
    private double[] folded;
    private double[]? landmark;
    private long landmarkServesUpTo;

    /// <summary>Initializes a new instance of the <see cref="TieChunk"/> class, without contact.</summary>
    public TieChunk(TableFold fold, int ties)
    {
        this.fold = fold;
        Ties = ties;
        cells = new CellArena();
        read = new double[(ties * ReadLength) + DecayLanes.Filling];
        folded = new double[ties * FoldedLength];
    }

    private TieChunk(TieChunk other, TableFold fold)
    {
        this.fold = fold;
        Ties = other.Ties;
        cells = other.cells.Copy();
        read = [.. other.read];
        folded = [.. other.folded];
        (landmark, landmarkServesUpTo) = (other.landmark?.ToArray(), other.landmarkServesUpTo);
    }

    /// <summary>Gets the table fold of the table that may write the chunk; others must copy it first.</summary>
    public TableFold Owner => fold;

    public int Ties { get; private set; }

    /// <summary>Gets a value indicating whether any tie has contact.</summary>
    public bool HasContact
    {
        get
        {
            for (var tie = 0; tie < Ties; tie++)
            {
                if (Head(tie).Touchpoints > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Gets the landmark of the sums; empty before the first touchpoint.</summary>
    public ReadOnlySpan<double> Landmark => landmark;

    /// <summary>Gets the bytes that the ties and cells take.</summary>
    public long Bytes => ((read.LongLength + folded.LongLength) * sizeof(double)) + cells.Bytes;

    private int ReadLength => HeadLength + fold.Lanes.Standing;

    private int FoldedLength => RowLength + fold.Lanes.Standing + MomentumSums;

    public ref readonly TieHead HeadOf(int tie) => ref Head(tie);

    /// <summary>Returns the heads of neighbouring ties, each followed by its standing sums, and as much more as fills a vector.</summary>
    public ReadOnlySpan<double> ReadColumns(int firstTie, int count) =>
        read.AsSpan(firstTie * ReadLength, (count * ReadLength) + DecayLanes.Filling);

    /// <summary>Returns the sums of all dates of a tie, one for each standing lane.</summary>
    public ReadOnlySpan<double> StandingOf(int tie) => Standing(tie);

    public long FirstOf(int tie) => Row(tie).First;

    /// <summary>Returns what the touchpoints of a tie count up to.</summary>
    public TieCounts CountsOf(int tie)
    {
        ref readonly var head = ref Head(tie);
        ref readonly var row = ref Row(tie);
        return head.Touchpoints == 0 ? TieCounts.None : new TieCounts(head.Touchpoints, row.Outgoing, row.Incoming, row.First, head.Last);
    }

    /// <summary>Asks for the memory of a tie, which is about to be read or written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int tie)
    {
        const int PerLine = Numerics.Prefetch.LineSize / sizeof(double);
        ref var own = ref read[tie * ReadLength];
        for (var at = 0; at < ReadLength + PerLine; at += PerLine)
        {
            Numerics.Prefetch.Line(in Unsafe.Add(ref own, Math.Min(at, ReadLength - 1)));
        }

        own = ref folded[tie * FoldedLength];
        for (var at = 0; at < FoldedLength + PerLine; at += PerLine)
        {
            Numerics.Prefetch.Line(in Unsafe.Add(ref own, Math.Min(at, FoldedLength - 1)));
        }
    }

    /// <summary>Returns whether a date of a tie is before its open one, so that its sums must be made again.</summary>
    public bool IsLate(int tie, int day) => Head(tie).ContactDays > 0 && day < Row(tie).OpenDay;

    public TieChunk Copy(TableFold owner) => new(this, owner);

    public void Grow(int ties)
    {
        Ties = ties;
        Array.Resize(ref read, (ties * ReadLength) + DecayLanes.Filling);
        Array.Resize(ref folded, ties * FoldedLength);
    }

    /// <summary>Makes room in the range of the sums for touchpoints up to an instant, before they are folded.</summary>
    public void MakeReadyFor(long newest)
    {
        if (landmark is null)
        {
            landmark = fold.Lanes.LandmarkFor(newest);
        }
        else if (newest <= landmarkServesUpTo)
        {
            return;
        }
        else
        {
            var moves = new double[fold.Lanes.Width];
            fold.Lanes.Move(landmark, newest, moves);
            LetFall(moves);
        }

        landmarkServesUpTo = fold.Lanes.ServesUpTo(landmark);
    }

    /// <summary>Gives back room for cells that a batch of so many touchpoints has left empty.</summary>
    public void TrimAfter(int touches)
    {
        if (touches >= MaxTies)
        {
            cells.TrimEnd();
        }
    }

    /// <summary>Takes all of a tie away.</summary>
    public void Clear(int tie)
    {
        ClearCells(tie);
        Head(tie) = default;
        Row(tie) = default;
        Standing(tie).Clear();
    }

    /// <summary>Copies the cells of a tie, in order of date, light before rich.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="target">Cleared, then filled.</param>
    public void CopyCells(int tie, List<CellParts> target)
    {
        target.Clear();
        var closed = new byte[ClosedLengthOf(tie)];
        CopyClosedCells(tie, closed);
        for (ReadOnlySpan<byte> rest = closed; !rest.IsEmpty; rest = rest[CellBytes.SizeOf(rest)..])
        {
            var cell = CellBytes.Read(rest, out var @class, out _);
            target.Add(new CellParts(fold.Days.DayOf(cell.Latest), @class != 0, cell with { Weight = fold.Weights.Values[cell.Number] }));
        }

        var open = OpenDateOf(tie);
        if (!open.Light.IsEmpty)
        {
            target.Add(new CellParts(open.Day, false, open.Light));
        }

        if (!open.Rich.IsEmpty)
        {
            target.Add(new CellParts(open.Day, true, open.Rich));
        }
    }

    /// <summary>Returns the bytes of the cells of closed dates.</summary>
    public int ClosedLengthOf(int tie) => cells.LengthOf(Row(tie));

    /// <summary>
    /// Copies the cells of closed dates, as <see cref="CellBytes"/>, in order of date, light before rich, into room for just as many.
    /// </summary>
    public void CopyClosedCells(int tie, Span<byte> target) => cells.CopyTo(Row(tie), target);

    /// <summary>Returns the two sums of all dates that momentum is made of.</summary>
    [SkipLocalsInit]
    public (double Short, double Long) MomentumOf(int tie)
    {
        var own = Closed(tie);
        var (shorter, longer) = (own[^2], own[^1]);
        if (Head(tie).ContactDays > 0)
        {
            Span<double> terms = stackalloc double[fold.Lanes.Width];
            DateTerms dateTerms = default;
            OpenDateOf(tie).FillTerms(ref dateTerms);
            fold.Lanes.MomentumTerms(dateTerms, landmark, terms);
            OpenTie.AddMomentum(terms, ref shorter, ref longer);
        }

        return (shorter, longer);
    }

    /// <summary>Returns the geometric mean of the gaps of a tie in days; NaN without one.</summary>
    public double UsualGapOf(int tie) => GapsOf(tie).Mean(Head(tie).ContactDays - 1);

    /// <summary>Returns the product of the gaps of a tie.</summary>
    public GapProduct GapsOf(int tie)
    {
        ref readonly var row = ref Row(tie);
        var gaps = row.ClosedGaps;
        if (Head(tie).ContactDays > 1)
        {
            var other = row.Open.HasOther ? OpenTie.OtherOf(row, cells).Earliest : row.Open.Earliest;
            gaps.Add(row.ClosedLatest, Math.Min(row.Open.Earliest, other));
        }

        return gaps;
    }

    /// <summary>Returns the open date of a tie.</summary>
    public DateCells OpenDateOf(int tie)
    {
        DateCells date = default;
        OpenTie.LoadOpenDate(ref date, Head(tie), Row(tie), cells, fold);
        return date;
    }

    // By so many half-lives of each lane.
    private void LetFall(double[] moves)
    {
        var ofClosed = OfClosed(moves);
        for (var tie = 0; tie < Ties; tie++)
        {
            LetFall(Standing(tie), moves);
            LetFall(Closed(tie), ofClosed);
        }
    }

    private ref TieHead Head(int tie) => ref MemoryMarshal.AsRef<TieHead>(MemoryMarshal.AsBytes(read.AsSpan(tie * ReadLength, HeadLength)));

    private Span<double> Standing(int tie) => read.AsSpan((tie * ReadLength) + HeadLength, fold.Lanes.Standing);

    private ref TieRow Row(int tie) => ref MemoryMarshal.AsRef<TieRow>(MemoryMarshal.AsBytes(folded.AsSpan(tie * FoldedLength, RowLength)));

    private Span<double> Closed(int tie) => folded.AsSpan((tie * FoldedLength) + RowLength, fold.Lanes.Standing + MomentumSums);
}
