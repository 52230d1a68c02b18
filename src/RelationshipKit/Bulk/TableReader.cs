namespace RelationshipKit.Bulk;

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

        ReadStanding(chunk, firstTie, count);
        if (wanted.NeedsFirstTouch)
        {
            ReadFirsts(chunk, firstTie, count);
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

    private void ReadStanding(TieChunk chunk, int firstTie, int count)
    {
        var (rich, outgoing, incoming) = (lanes.Rich, lanes.Outgoing, lanes.Incoming);
        for (var i = 0; i < count; i++)
        {
            ref readonly var head = ref chunk.HeadOf(firstTie + i);
            Sums.ContactDays[i] = head.ContactDays;
            Sums.Touchpoints[i] = head.Touchpoints;
            Sums.LastTouch[i] = head.Last;

            var own = chunk.StandingOf(firstTie + i);
            var (light, heavy) = (0.0, 0.0);
            for (var lane = 0; lane < rich; lane++)
            {
                light += own[lane] * first[lane] * second[lane];
                heavy += own[rich + lane] * first[rich + lane] * second[rich + lane];
            }

            Sums.Light[i] = light;
            Sums.Rich[i] = heavy;
            Sums.Outgoing[i] = own[outgoing] * first[outgoing] * second[outgoing];
            Sums.Incoming[i] = own[incoming] * first[incoming] * second[incoming];
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
}
