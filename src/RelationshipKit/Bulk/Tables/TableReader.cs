using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Reads the sums of ties off their chunks at an instant.</summary>
/// <remarks>The factors are worked out once for each chunk that is read. Not safe to share between threads.</remarks>
internal sealed class TableReader
{
    private readonly DecayLanes lanes;
    private readonly long asOf;

    // Of each lane, what its sums are multiplied by: what contacts count for included.
    private readonly double[] first;
    private readonly double[] second;

    public TableReader(TableFold fold, long asOf)
    {
        lanes = fold.Lanes;
        this.asOf = asOf;
        (first, second) = (new double[lanes.Width], new double[lanes.Width]);
    }

    /// <summary>Gets the sums of the ties last read.</summary>
    public TieSums Sums { get; } = new();

    /// <summary>Turns to another chunk.</summary>
    public void Open(TieChunk? chunk)
    {
        if (chunk is not { Landmark.IsEmpty: false })
        {
            return;
        }

        lanes.StandingFactors(asOf, chunk.Landmark, first, second);
        lanes.MomentumFactors(asOf, chunk.Landmark, first.AsSpan(lanes.Momentum), second.AsSpan(lanes.Momentum));
    }

    /// <summary>Reads the sums of neighbouring ties of the chunk turned to.</summary>
    public void Read(TieChunk? chunk, int firstTie, int count, ScoreFinish wanted)
    {
        if (chunk is null)
        {
            Clear(count);
            return;
        }

        ReadStanding(chunk.ReadColumns(firstTie, count), count);
        if (wanted.NeedsFirstTouch)
        {
            ReadFirsts(chunk, firstTie, count);
        }

        if (wanted.NeedsUsualGap)
        {
            ReadUsualGaps(chunk, firstTie, count);
        }

        if (wanted.NeedsMomentum)
        {
            ReadMomentum(chunk, firstTie, count);
        }
    }

    private void Clear(int count)
    {
        Sums.Light.AsSpan(0, count).Clear();
        Sums.Rich.AsSpan(0, count).Clear();
        Sums.Outgoing.AsSpan(0, count).Clear();
        Sums.Incoming.AsSpan(0, count).Clear();
        Sums.ShortMomentum.AsSpan(0, count).Clear();
        Sums.LongMomentum.AsSpan(0, count).Clear();
        Sums.GapRests.AsSpan(0, count).Clear();
        Sums.GapTimes.AsSpan(0, count).Clear();
        Sums.ContactDays.AsSpan(0, count).Clear();
        Sums.Touchpoints.AsSpan(0, count).Clear();
        Sums.FirstTouch.AsSpan(0, count).Clear();
        Sums.LastTouch.AsSpan(0, count).Clear();
    }

    private void ReadFirsts(TieChunk chunk, int firstTie, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Sums.FirstTouch[i] = chunk.FirstOf(firstTie + i);
        }
    }

    private void ReadUsualGaps(TieChunk chunk, int firstTie, int count)
    {
        for (var i = 0; i < count; i++)
        {
            chunk.GapsOf(firstTie + i).Lay(Sums, i);
        }
    }

    private void ReadStanding(ReadOnlySpan<double> rows, int count)
    {
        if (lanes.LaneWidth == LaneWidth.Bits512 && StandingTurn.Serves(lanes))
        {
            StandingTurn.Read(rows, count, first, second, Sums);
            return;
        }

        LaneWidths.Run(lanes.LaneWidth, new Reading(this, rows, count));
    }

    [SkipLocalsInit]
    [MethodImpl(Compile.AtOnce)]
    private void ReadStanding<T>(ReadOnlySpan<double> rows, int count)
        where T : struct, ILanes<T>
    {
        Span<double> terms = stackalloc double[lanes.Momentum];
        var (rich, outgoing, incoming, length) = (lanes.Rich, lanes.Outgoing, lanes.Incoming, TieChunk.HeadLength + lanes.Standing);
        var (sums, near, far) = (Sums, first, second);
        for (var i = 0; i < count; i++, rows = rows[length..])
        {
            ref readonly var head = ref MemoryMarshal.AsRef<TieHead>(MemoryMarshal.AsBytes(rows[..TieChunk.HeadLength]));
            sums.ContactDays[i] = head.ContactDays;
            sums.Touchpoints[i] = head.Touchpoints;
            sums.LastTouch[i] = head.Last;

            for (var lane = 0; lane < terms.Length; lane += T.Count)
            {
                (T.Load(rows[(TieChunk.HeadLength + lane)..]) * T.Load(near.AsSpan(lane)) * T.Load(far.AsSpan(lane))).Store(terms[lane..]);
            }

            var (light, heavy) = (terms[0], terms[rich]);
            for (var lane = 1; lane < rich; lane++)
            {
                light += terms[lane];
                heavy += terms[rich + lane];
            }

            sums.Light[i] = light;
            sums.Rich[i] = heavy;
            sums.Outgoing[i] = terms[outgoing];
            sums.Incoming[i] = terms[incoming];
        }
    }

    private void ReadMomentum(TieChunk chunk, int firstTie, int count)
    {
        var (shorter, longer) = (lanes.Momentum, lanes.Momentum + 1);
        for (var i = 0; i < count; i++)
        {
            var sums = chunk.MomentumOf(firstTie + i);
            Sums.ShortMomentum[i] = sums.Short * first[shorter] * second[shorter];
            Sums.LongMomentum[i] = sums.Long * first[longer] * second[longer];
        }
    }

    private readonly ref struct Reading(TableReader reader, ReadOnlySpan<double> rows, int count) : ILaneWork
    {
        private readonly ReadOnlySpan<double> rows = rows;

        public void On<T>()
            where T : struct, ILanes<T> => reader.ReadStanding<T>(rows, count);
    }
}
