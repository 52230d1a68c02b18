using RelationshipKit.Scoring;

namespace RelationshipKit.Bulk;

/// <summary>Reads the sums of ties off their chunks at an instant.</summary>
/// <remarks>The factors are worked out once for each chunk that is read. Not safe to share between threads.</remarks>
internal sealed class TableReader
{
    private readonly DecayLanes lanes;
    private readonly double[] density;
    private readonly long asOf;
    private readonly double[] first;
    private readonly double[] second;
    private readonly double[] rates;

    public TableReader(TableFold fold, long asOf)
    {
        lanes = fold.Lanes;
        density = fold.Plan.Settings.Curve.DensityPerDay;
        this.asOf = asOf;
        (first, second, rates) = (new double[lanes.Width], new double[lanes.Width], new double[lanes.Curve]);
    }

    /// <summary>Gets the sums of the ties last read.</summary>
    public TieSums Sums { get; } = new();

    /// <summary>Turns to another chunk.</summary>
    public void Open(TieChunk? chunk)
    {
        if (chunk is { Landmark.IsEmpty: false })
        {
            lanes.FactorsAt(asOf, chunk.Landmark, first, second);
            for (var i = 0; i < rates.Length; i++)
            {
                rates[i] = Lambda.HorizonDays * density[i] * first[i];
            }
        }
    }

    /// <summary>Reads the sums of neighbouring ties of the chunk turned to.</summary>
    public void Read(TieChunk? chunk, int firstTie, int count, ScoreFinish wanted)
    {
        if (chunk is null)
        {
            Clear(count);
            return;
        }

        ReadRows(chunk, firstTie, count);
        if (wanted.NeedsLambda)
        {
            ReadLambda(chunk, firstTie, count);
        }

        if (wanted.NeedsBalance)
        {
            ReadBalance(chunk, firstTie, count);
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

    private void ReadRows(TieChunk chunk, int firstTie, int count)
    {
        for (var i = 0; i < count; i++)
        {
            ref readonly var row = ref chunk.RowOf(firstTie + i);
            Sums.ContactDays[i] = row.ContactDays;
            Sums.Touchpoints[i] = row.Touchpoints;
            Sums.FirstTouch[i] = row.First;
            Sums.LastTouch[i] = row.Last;
        }
    }

    private void ReadLambda(TieChunk chunk, int firstTie, int count)
    {
        var layout = chunk.Layout;
        for (var i = 0; i < count; i++)
        {
            var own = chunk.Sums.Slice((firstTie + i) * layout.Length, layout.Outgoing);
            var (light, rich) = (0.0, 0.0);
            for (var lane = 0; lane < rates.Length; lane++)
            {
                light += own[lane] * rates[lane] * second[lane];
                rich += own[layout.Rich + lane] * rates[lane] * second[lane];
            }

            Sums.Light[i] = light;
            Sums.Rich[i] = rich;
        }
    }

    private void ReadBalance(TieChunk chunk, int firstTie, int count)
    {
        var layout = chunk.Layout;
        var (outFirst, outSecond, inFirst, inSecond) = (first[lanes.Outgoing], second[lanes.Outgoing], first[lanes.Incoming], second[lanes.Incoming]);
        for (var i = 0; i < count; i++)
        {
            var own = chunk.Sums.Slice((firstTie + i) * layout.Length, layout.Length);
            Sums.Outgoing[i] = own[layout.Outgoing] * outFirst * outSecond;
            Sums.Incoming[i] = own[layout.Incoming] * inFirst * inSecond;
        }
    }

    private void ReadMomentum(TieChunk chunk, int firstTie, int count)
    {
        var (shortFirst, shortSecond, longFirst, longSecond) = (first[lanes.Short], second[lanes.Short], first[lanes.Long], second[lanes.Long]);
        for (var i = 0; i < count; i++)
        {
            var (shorter, longer) = chunk.MomentumSums(firstTie + i);
            Sums.ShortMomentum[i] = shorter * shortFirst * shortSecond;
            Sums.LongMomentum[i] = longer * longFirst * longSecond;
        }
    }
}
