namespace RelationshipKit.Forecasts;

/// <summary>Scaled gaps, summed by stratum and bin: how many ended in each bin, and how far into it.</summary>
/// <remarks>
/// <para>
/// A gap passes whole bins before the one it ends in, so those two sums are enough. The time spent in a bin is its width times the gaps
/// that went beyond it, plus the part of those that ended in it.
/// </para>
/// <para>
/// Sums are whole multiples of 2^-40, rounded once for each gap. Whole numbers add exactly, so that neither the order of the gaps nor
/// how they were shared out over tables can be seen in a sum.
/// </para>
/// </remarks>
internal sealed class RhythmSums
{
    private const double Unit = 1L << 40;

    // Ends of gaps, ends of open gaps, and time in the bin where either ended; each in units of 2^-40.
    private readonly Int128[] closed;
    private readonly Int128[] open;
    private readonly Int128[] times;

    public RhythmSums()
    {
        closed = new Int128[RhythmGrid.Cells];
        open = new Int128[RhythmGrid.Cells];
        times = new Int128[RhythmGrid.Cells];
    }

    public RhythmSums(RhythmSums other)
    {
        closed = [.. other.closed];
        open = [.. other.open];
        times = [.. other.times];
    }

    public RhythmSums(ReadOnlySpan<Int128> closed, ReadOnlySpan<Int128> times)
        : this()
    {
        closed.CopyTo(this.closed);
        times.CopyTo(this.times);
    }

    public ReadOnlySpan<Int128> Closed => closed;

    public ReadOnlySpan<Int128> Times => times;

    /// <summary>The number of closed gaps: the two weights of each add to one exactly.</summary>
    public long Gaps
    {
        get
        {
            Int128 sum = 0;
            foreach (var cell in closed)
            {
                sum += cell;
            }

            return (long)(sum >> 40);
        }
    }

    /// <summary>Adds a gap that ended, as seen from the state before it.</summary>
    public void AddClosed(in RhythmState before, double gapDays) => Add(closed, before, gapDays);

    /// <summary>Adds a gap that has lasted so long and has not ended.</summary>
    public void AddOpen(in RhythmState state, double silentDays) => Add(open, state, silentDays);

    public void Add(RhythmSums other)
    {
        for (var i = 0; i < RhythmGrid.Cells; i++)
        {
            closed[i] += other.closed[i];
            open[i] += other.open[i];
            times[i] += other.times[i];
        }
    }

    /// <summary>Gets the weighted number of gaps that ended in a cell.</summary>
    public double EventsOf(int stratum, int bin) => (double)closed[(stratum * RhythmGrid.Bins) + bin] / Unit;

    /// <summary>Gets the weighted time that gaps, open ones included, spent in a cell, in scaled gaps.</summary>
    public double ExposureOf(int stratum, int bin)
    {
        var row = stratum * RhythmGrid.Bins;
        Int128 beyond = 0;
        for (var i = bin + 1; i < RhythmGrid.Bins; i++)
        {
            beyond += closed[row + i] + open[row + i];
        }

        var whole = beyond == 0 ? 0 : (double)beyond * (RhythmGrid.EdgeOf(bin + 1) - RhythmGrid.EdgeOf(bin));
        return (whole + (double)times[row + bin]) / Unit;
    }

    public bool SameAs(RhythmSums other) =>
        closed.AsSpan().SequenceEqual(other.closed) && open.AsSpan().SequenceEqual(other.open) && times.AsSpan().SequenceEqual(other.times);

    private void Add(Int128[] ends, in RhythmState before, double days)
    {
        var scaled = Math.Max(0, days) / before.ScaleDays;
        var bin = RhythmGrid.BinOf(scaled);
        var cell = (RhythmGrid.StratumOf(before.ContactDays, out var upper) * RhythmGrid.Bins) + bin;
        var time = scaled - RhythmGrid.EdgeOf(bin);

        var upperEnd = (Int128)Math.Round(upper * Unit);
        var upperTime = (Int128)Math.Round(upper * time * Unit);
        ends[cell] += ((Int128)1 << 40) - upperEnd;
        ends[cell + RhythmGrid.Bins] += upperEnd;
        times[cell] += (Int128)Math.Round((1 - upper) * time * Unit);
        times[cell + RhythmGrid.Bins] += upperTime;
    }
}
