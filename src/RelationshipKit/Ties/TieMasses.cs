using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>The decayed masses of a tie and the moments of its gaps, taken up day by day.</summary>
/// <remarks>
/// <para>
/// Always computed by the same recursion over the sorted cells, a day at a time, so that they are a function of the cells alone: the same
/// bits in whatever order the touchpoints came. A state keeps them for all days but its last, which may still grow.
/// </para>
/// <para>Moments after Welford (1962).</para>
/// </remarks>
internal partial struct TieMasses
{
    private readonly TieLayout plan;
    private readonly double[] masses;
    private long anchor;
    private long previousLatest;
    private double gapLogs;

    public TieMasses(TieLayout plan)
    {
        this.plan = plan;
        masses = new double[plan.MassHalfLives.Length];
    }

    private TieMasses(TieMasses other)
    {
        this = other;
        masses = [.. other.masses];
    }

    public readonly ReadOnlySpan<double> Values => masses;

    public int ContactDays { get; private set; }

    // Contact-days on which a direction is known: what the balance rests on.
    public int DirectedDays { get; private set; }

    public int Gaps { get; private set; }

    /// <summary>Gets how many spells of contact there were: contact-days, where the days of one stay count once.</summary>
    public readonly int Spells => ContactDays == 0 ? 0 : Gaps + 1;

    public double GapMean { get; private set; }

    public double GapSquares { get; private set; }

    /// <summary>Gets the geometric mean of the gaps in days, those below a day counted as one; NaN without one.</summary>
    public readonly double UsualGapDays => UsualGap.Of(gapLogs, Gaps);

    /// <summary>Determines whether the last day ends at the very instant at which another begins.</summary>
    public readonly bool EndsAt(long micros) => ContactDays > 0 && previousLatest == micros;

    public readonly TieMasses Copy() => new(this);

    /// <summary>Takes up the cells of one day, the next after all taken up so far.</summary>
    public void TakeUp(ReadOnlySpan<TieCell> day)
    {
        var (earliest, latest) = (long.MaxValue, long.MinValue);
        var (outgoing, incoming) = (TieCell.Never, TieCell.Never);
        foreach (ref readonly var cell in day)
        {
            earliest = Math.Min(earliest, cell.EarliestMicros);
            latest = Math.Max(latest, cell.LatestMicros);
            outgoing = Math.Max(outgoing, cell.LastOutgoingMicros);
            incoming = Math.Max(incoming, cell.LastIncomingMicros);
        }

        // The days of one stay touch each other, and there is no gap between them.
        if (ContactDays > 0 && earliest != previousLatest)
        {
            TakeUpGap(SupportedTime.DaysBetween(previousLatest, earliest));
            gapLogs += UsualGap.LogOf(previousLatest, earliest);
        }

        // A zone that turns its clocks back over midnight can end a later date before an earlier one ends.
        DecayTo(ContactDays == 0 ? latest : Math.Max(anchor, latest));
        foreach (ref readonly var cell in day)
        {
            TakeUp(cell);
        }

        TakeUpDirection(plan.Outgoing, outgoing);
        TakeUpDirection(plan.Incoming, incoming);
        previousLatest = latest;
        ContactDays++;
        DirectedDays += outgoing == TieCell.Never && incoming == TieCell.Never ? 0 : 1;
    }

    /// <summary>Lets all masses decay to a time not before any cell taken up.</summary>
    public void DecayTo(long micros)
    {
        // Light and rich masses decay alike, and so do both directions. The exponentials are most of what a fold costs.
        for (var i = 0; i < plan.Rich; i++)
        {
            var retained = RetainedAt(i, micros);
            masses[i] *= retained;
            masses[plan.Rich + i] *= retained;
        }

        var direction = RetainedAt(plan.Outgoing, micros);
        masses[plan.Outgoing] *= direction;
        masses[plan.Incoming] *= direction;
        masses[plan.ShortMomentum] *= RetainedAt(plan.ShortMomentum, micros);
        masses[plan.LongMomentum] *= RetainedAt(plan.LongMomentum, micros);
        anchor = micros;
    }

    /// <summary>Returns the part of a mass that decaying to a time would leave.</summary>
    public readonly double RetainedAt(int mass, long micros) =>
        ContactDays == 0 ? 1 : Retained(mass, SupportedTime.DaysBetween(anchor, micros));

    private readonly void TakeUp(in TieCell cell)
    {
        var age = SupportedTime.DaysBetween(cell.LatestMicros, anchor);
        var first = cell.Class == ChannelClass.Rich ? plan.Rich : 0;
        for (var i = first; i < first + plan.Rich; i++)
        {
            masses[i] += cell.Weight * Retained(i, age);
        }

        masses[plan.ShortMomentum] += cell.Weight * Retained(plan.ShortMomentum, age);
        masses[plan.LongMomentum] += cell.Weight * Retained(plan.LongMomentum, age);
    }

    private readonly void TakeUpDirection(int mass, long last)
    {
        if (last != TieCell.Never)
        {
            masses[mass] += Retained(mass, SupportedTime.DaysBetween(last, anchor));
        }
    }

    private void TakeUpGap(double days)
    {
        var gap = Math.Max(0, days);
        Gaps++;
        var above = gap - GapMean;
        GapMean += above / Gaps;
        GapSquares += above * (gap - GapMean);
    }

    // No age is the rule: a day is taken up as of its last cell, and most days have one.
    private readonly double Retained(int mass, double ageDays) => ageDays == 0 ? 1 : Elementary.Exp2(-ageDays / plan.MassHalfLives[mass]);
}
