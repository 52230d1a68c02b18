using System.Runtime.CompilerServices;
using RelationshipKit.Forecasts;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The last step of bulk scoring: from the sums of a block of ties to the columns asked for.</summary>
/// <remarks>
/// Every number comes from the formula that scores objects, on as many ties side by side as the machine has lanes. Immutable and safe to
/// share between threads.
/// </remarks>
internal sealed class ScoreFinish
{
    private readonly TieLayout plan;
    private readonly ScoreSettings settings;
    private readonly long asOfMicros;
    private readonly ScoreColumns columns;
    private readonly LaneWidth width;

    public ScoreFinish(TieLayout plan, ScoreSettings settings, long asOfMicros, ScoreColumns columns, LaneWidth? width = null)
    {
        this.plan = plan;
        this.settings = settings;
        this.asOfMicros = asOfMicros;
        this.columns = columns;
        this.width = width ?? LaneWidths.Widest;
        NeedsLambda = !(columns.Strength.IsEmpty && columns.ExpectedContacts.IsEmpty);
        NeedsBalance = !(columns.Balance.IsEmpty && columns.BalanceLow.IsEmpty && columns.BalanceHigh.IsEmpty);
        NeedsMomentum = !columns.Momentum.IsEmpty;
        NeedsUsualGap = !columns.UsualGapDays.IsEmpty;
        NeedsDays = NeedsMomentum || NeedsUsualGap
            || !(columns.SilentDays.IsEmpty && columns.SilencePercentile.IsEmpty && columns.ContactWithin.IsEmpty
                && columns.LosingTouch.IsEmpty);
    }

    /// <summary>Gets a value indicating whether <see cref="TieSums.Light"/> and <see cref="TieSums.Rich"/> are needed.</summary>
    public bool NeedsLambda { get; }

    /// <summary>Gets a value indicating whether <see cref="TieSums.Outgoing"/> and <see cref="TieSums.Incoming"/> are needed.</summary>
    public bool NeedsBalance { get; }

    /// <summary>
    /// Gets a value indicating whether <see cref="TieSums.ShortMomentum"/> and <see cref="TieSums.LongMomentum"/> are needed.
    /// </summary>
    public bool NeedsMomentum { get; }

    /// <summary>Gets a value indicating whether <see cref="TieSums.GapRests"/> are needed.</summary>
    public bool NeedsUsualGap { get; }

    /// <summary>Gets a value indicating whether <see cref="TieSums.FirstTouch"/> is needed.</summary>
    public bool NeedsFirstTouch => NeedsDays || !columns.FirstTouch.IsEmpty;

    private bool NeedsDays { get; }

    /// <summary>Writes the scores of the first ties of a block into the columns.</summary>
    /// <param name="sums">The sums; those not needed are not read, counts and last touches always are.</param>
    /// <param name="count">How many ties of the block there are.</param>
    /// <param name="first">The index of the first in the columns.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Write(TieSums sums, int count, int first)
    {
        LaneWidths.Run(width, new Writing(this, sums, count, first));
    }

    private static Span<T> Slice<T>(Memory<T> column, int first, int count) => column.IsEmpty ? [] : column.Span.Slice(first, count);

    private static void CopyTo<T>(T[] from, Memory<T> column, int first, int count) =>
        from.AsSpan(0, column.IsEmpty ? 0 : count).CopyTo(Slice(column, first, count));

    // Writes as many numbers as a column has room for; none where it is not wanted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<T>(T numbers, Span<double> column, int at, TieSums sums)
        where T : struct, ILanes<T>
    {
        if (at + T.Count <= column.Length)
        {
            numbers.Store(column[at..]);
        }
        else if (at < column.Length)
        {
            numbers.Store(sums.Results);
            sums.Results.AsSpan(0, column.Length - at).CopyTo(column[at..]);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void WriteTouches(long[] micros, int[] contactDays, Span<long> column)
    {
        micros.AsSpan(0, column.Length).CopyTo(column);
        for (var i = contactDays.AsSpan(0, column.Length).IndexOf(0); i >= 0 && i < column.Length; i++)
        {
            column[i] = contactDays[i] == 0 ? ScoreColumns.NoTouch : micros[i];
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void Write<T>(TieSums sums, int count, int first)
        where T : struct, ILanes<T>
    {
        CopyTo(sums.ContactDays, columns.ContactDays, first, count);
        CopyTo(sums.Touchpoints, columns.Touchpoints, first, count);
        WriteTouches(sums.FirstTouch, sums.ContactDays, Slice(columns.FirstTouch, first, count));
        WriteTouches(sums.LastTouch, sums.ContactDays, Slice(columns.LastTouch, first, count));
        if (NeedsDays)
        {
            ToDays(sums, count);
        }

        WriteLambda<T>(sums, count, first);
        WriteBalance<T>(sums, count, first);
        if (NeedsMomentum)
        {
            WriteMomentum<T>(sums, Slice(columns.Momentum, first, count));
        }

        WriteRhythm<T>(sums, count, first);
        WriteForecast<T>(sums, count, first);
    }

    [MethodImpl(Compile.AtOnce)]
    private void ToDays(TieSums sums, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (from, to) = sums.ContactDays[i] == 0 ? (asOfMicros, asOfMicros) : (sums.FirstTouch[i], sums.LastTouch[i]);
            sums.Days[i] = sums.ContactDays[i];
            sums.Ages[i] = SupportedTime.DaysBetween(from, asOfMicros);
            sums.Spans[i] = SupportedTime.DaysBetween(from, to);
            sums.Silences[i] = SupportedTime.DaysBetween(to, asOfMicros);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void WriteLambda<T>(TieSums sums, int count, int first)
        where T : struct, ILanes<T>
    {
        if (!NeedsLambda)
        {
            return;
        }

        var expected = Slice(columns.ExpectedContacts, first, count);
        var strength = Slice(columns.Strength, first, count);
        for (var i = 0; i < count; i += T.Count)
        {
            var lambda = ScoreFormulas.LambdaInBulk(T.Load(sums.Light.AsSpan(i)), T.Load(sums.Rich.AsSpan(i)), settings.LightCeiling);
            Put(lambda, expected, i, sums);
            if (!strength.IsEmpty)
            {
                Put(ScoreFormulas.StrengthInBulk(lambda), strength, i, sums);
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void WriteBalance<T>(TieSums sums, int count, int first)
        where T : struct, ILanes<T>
    {
        var balance = Slice(columns.Balance, first, count);
        for (var i = 0; i < balance.Length; i += T.Count)
        {
            Put(ScoreFormulas.Balance(T.Load(sums.Outgoing.AsSpan(i)), T.Load(sums.Incoming.AsSpan(i)), settings), balance, i, sums);
        }

        var intervals = BalanceIntervals.Of(settings);
        var low = Slice(columns.BalanceLow, first, count);
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = intervals.Low<T>(sums.Outgoing[i], sums.Incoming[i]);
        }

        var high = Slice(columns.BalanceHigh, first, count);
        for (var i = 0; i < high.Length; i++)
        {
            high[i] = 0 - intervals.Low<T>(sums.Incoming[i], sums.Outgoing[i]);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void WriteMomentum<T>(TieSums sums, Span<double> column)
        where T : struct, ILanes<T>
    {
        var (shortHalfLife, longHalfLife) = (plan.MassHalfLives[plan.ShortMomentum], plan.MassHalfLives[plan.LongMomentum]);
        for (var i = 0; i < column.Length; i += T.Count)
        {
            var momentum = ScoreFormulas.Momentum(
                T.Load(sums.ShortMomentum.AsSpan(i)),
                T.Load(sums.LongMomentum.AsSpan(i)),
                shortHalfLife,
                longHalfLife,
                T.Load(sums.Days.AsSpan(i)),
                T.Load(sums.Ages.AsSpan(i)),
                settings);
            Put(momentum, column, i, sums);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void WriteRhythm<T>(TieSums sums, int count, int first)
        where T : struct, ILanes<T>
    {
        var gaps = Slice(columns.UsualGapDays, first, count);
        for (var i = 0; i < gaps.Length; i += T.Count)
        {
            var (rests, times) = (T.Load(sums.GapRests.AsSpan(i)), T.Load(sums.GapTimes.AsSpan(i)));
            Put(GapProduct.Mean(rests, times, T.Load(sums.Days.AsSpan(i)) - T.Of(1)), gaps, i, sums);
        }

        var silent = Slice(columns.SilentDays, first, count);
        for (var i = 0; i < silent.Length; i++)
        {
            silent[i] = sums.ContactDays[i] > 0 ? sums.Silences[i] : double.NaN;
        }

        var percentile = Slice(columns.SilencePercentile, first, count);
        for (var i = 0; i < percentile.Length; i++)
        {
            if (sums.ContactDays[i] > 0)
            {
                settings.Hazard.LaySilence(sums.ContactDays[i], sums.Spans[i], sums.Silences[i], sums.Parts, i);
            }
            else
            {
                sums.Parts.LayNone(i);
            }
        }

        WriteParts<T>(sums, percentile);
    }

    [MethodImpl(Compile.AtOnce)]
    private void WriteForecast<T>(TieSums sums, int count, int first)
        where T : struct, ILanes<T>
    {
        var within = Slice(columns.ContactWithin, first, count);
        var horizon = columns.Horizon.TotalDays;
        for (var i = 0; i < within.Length; i++)
        {
            if (sums.ContactDays[i] > 0)
            {
                settings.Hazard.LayContact(sums.ContactDays[i], sums.Spans[i], sums.Silences[i], horizon, sums.Parts, i);
            }
            else
            {
                sums.Parts.LayNone(i);
            }
        }

        WriteParts<T>(sums, within);

        // Few ties are silent for long enough to be looked at further, so that this is not worth lanes.
        var losing = Slice(columns.LosingTouch, first, count);
        for (var i = 0; i < losing.Length; i++)
        {
            losing[i] = Forecast.IsLosing(settings.Hazard, sums.ContactDays[i], sums.Spans[i], sums.Silences[i]) is { } isLosing
                ? (isLosing ? 1 : 0)
                : double.NaN;
        }
    }

    // What was put down, where there is contact.
    [MethodImpl(Compile.AtOnce)]
    private static void WriteParts<T>(TieSums sums, Span<double> column)
        where T : struct, ILanes<T>
    {
        sums.Parts.WorkOut<T>(column.Length);
        sums.Parts.Level.AsSpan(0, column.Length).CopyTo(column);
        for (var i = 0; i < column.Length; i++)
        {
            if (sums.ContactDays[i] == 0)
            {
                column[i] = double.NaN;
            }
        }
    }

    private readonly struct Writing(ScoreFinish finish, TieSums sums, int count, int first) : ILaneWork
    {
        public void On<T>()
            where T : struct, ILanes<T> => finish.Write<T>(sums, count, first);
    }
}
