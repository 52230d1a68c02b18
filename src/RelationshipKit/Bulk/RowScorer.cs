using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>Scores one tie in one pass over its rows, without memory of its own. Safe to share between threads.</summary>
internal sealed class RowScorer
{
    private readonly ScoreSettings settings;
    private readonly DayLookup days;
    private readonly int kinds;

    // Light kinds weigh more than 0, rich ones less, attempts nothing.
    private readonly double[] weightOf;

    // By half-life: what a microsecond adds to the binary logarithm, and what a contact counts for at age 0 in 30 days.
    private readonly double[] rates;
    private readonly double[] densities;
    private readonly double balanceRate;

    public RowScorer(FoldPlan plan, ScoreSettings settings)
    {
        this.settings = settings;
        days = new DayLookup(plan.Zone);
        kinds = plan.Kinds.Count;
        weightOf = new double[TouchpointKinds.MaxRows];
        for (var i = 0; i < weightOf.Length; i++)
        {
            weightOf[i] = plan.Kinds.LightWeights[i] - plan.Kinds.RichWeights[i];
        }

        densities = Array.ConvertAll(plan.Settings.Curve.DensityPerDay, density => Lambda.HorizonDays * density);
        rates = [.. plan.MassHalfLives.Take(densities.Length).Select(RateOf)];
        balanceRate = RateOf(plan.MassHalfLives[plan.Outgoing]);
    }

    public TieScore Score(ReadOnlySpan<TouchpointRow> rows, long asOf)
    {
        Span<OpenDay> open = stackalloc OpenDay[OpenDay.Most];
        var sums = default(Sums);
        var (touchpoints, first, last) = (0, 0L, 0L);
        var previous = long.MinValue;
        for (var i = 0; i < rows.Length; i++)
        {
            var (at, kind) = (rows[i].UnixMicros, rows[i].Kind);
            if (at < previous || kind >= kinds)
            {
                Throw(rows, i);
            }

            previous = at;
            var weight = weightOf[kind];
            if (weight == 0 || at > asOf)
            {
                continue;
            }

            var day = days.DayOf(at);
            ref var own = ref open[day & (OpenDay.Most - 1)];
            if (own.Day != day)
            {
                Close(own, asOf, ref sums);
                own = new OpenDay { Day = day };
            }

            own.Add(at, weight, (int)rows[i].Direction);
            first = touchpoints == 0 ? at : first;
            last = at;
            touchpoints++;
        }

        foreach (ref readonly var day in open)
        {
            Close(day, asOf, ref sums);
        }

        var lambda = Lambda.Of(sums.Light, sums.Rich, settings.LightCeiling);
        return new TieScore(lambda.Value, lambda.Strength, Reciprocity.BalanceOf(sums.Outgoing, sums.Incoming, settings), sums.Days, touchpoints, first, last);
    }

    private static double RateOf(double halfLifeDays) => -1 / (halfLifeDays * SupportedTime.MicrosPerDay);

    private void Close(in OpenDay day, long asOf, ref Sums sums)
    {
        if (day.Light > 0)
        {
            sums.Light += day.Light * DensityAt(asOf - day.LightAt);
        }

        if (day.Rich > 0)
        {
            sums.Rich += day.Rich * DensityAt(asOf - day.RichAt);
        }

        var outgoing = (day.Sides & 1) != 0 ? Elementary.Exp2((asOf - day.OutgoingAt) * balanceRate) : 0;
        sums.Outgoing += outgoing;
        if ((day.Sides & 2) != 0)
        {
            // Mostly one touchpoint of both.
            sums.Incoming += outgoing > 0 && day.IncomingAt == day.OutgoingAt ? outgoing : Elementary.Exp2((asOf - day.IncomingAt) * balanceRate);
        }

        sums.Days += day.Light + day.Rich > 0 ? 1 : 0;
    }

    private double DensityAt(long age)
    {
        var density = 0.0;
        for (var i = 0; i < rates.Length; i++)
        {
            density += densities[i] * Elementary.Exp2(age * rates[i]);
        }

        return density;
    }

    [DoesNotReturn]
    private void Throw(ReadOnlySpan<TouchpointRow> rows, int row)
    {
        var rule = rows[row].Kind >= kinds
            ? string.Create(CultureInfo.InvariantCulture, $"the kind is {rows[row].Kind}; it must be from 0 to {kinds - 1}, a row of FoldSettings.Kinds.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the instant is {rows[row].UnixMicros}; it must be at least {rows[row - 1].UnixMicros}, that of the row before, for rows stand in order of time.");
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"In row {row} {rule}"), nameof(rows));
    }

    private struct Sums
    {
        public double Light;
        public double Rich;
        public double Outgoing;
        public double Incoming;
        public int Days;
    }

    // A date that may have more rows to come: for each class and each direction the latest row stands in for all. By default one without any.
    private struct OpenDay
    {
        // From 18 hours ahead of UTC to 18 behind it clocks are turned back by 36 hours at most: after a date has begun, only it, the two before it
        // and later ones follow. One more, for a mask.
        public const int Most = 4;

        public int Day;
        public int Sides;
        public double Light;
        public double Rich;
        public long LightAt;
        public long RichAt;
        public long OutgoingAt;
        public long IncomingAt;

        public void Add(long at, double weight, int sides)
        {
            if (weight > 0)
            {
                (Light, LightAt) = (Math.Max(Light, weight), at);
            }
            else
            {
                (Rich, RichAt) = (Math.Max(Rich, -weight), at);
            }

            Sides |= sides;
            OutgoingAt = (sides & 1) != 0 ? at : OutgoingAt;
            IncomingAt = (sides & 2) != 0 ? at : IncomingAt;
        }
    }
}
