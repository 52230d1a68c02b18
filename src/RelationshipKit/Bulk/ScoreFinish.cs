using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The last step of bulk scoring: from the sums of a block of ties to the columns asked for.</summary>
/// <remarks>
/// Every number comes from the function that scores objects. Immutable and safe to share between threads.
/// </remarks>
internal sealed class ScoreFinish(FoldPlan plan, ScoreSettings settings, long asOfMicros, ScoreColumns columns)
{
    /// <summary>Gets a value indicating whether <see cref="TieSums.Light"/> and <see cref="TieSums.Rich"/> are needed.</summary>
    public bool NeedsLambda { get; } = !(columns.Strength.IsEmpty && columns.Lambda.IsEmpty);

    /// <summary>Gets a value indicating whether <see cref="TieSums.Outgoing"/> and <see cref="TieSums.Incoming"/> are needed.</summary>
    public bool NeedsBalance { get; } = !(columns.Balance.IsEmpty && columns.BalanceLow.IsEmpty && columns.BalanceHigh.IsEmpty);

    /// <summary>Gets a value indicating whether <see cref="TieSums.ShortMomentum"/> and <see cref="TieSums.LongMomentum"/> are needed.</summary>
    public bool NeedsMomentum { get; } = !columns.Momentum.IsEmpty;

    /// <summary>Writes the scores of the first ties of a block into the columns.</summary>
    /// <param name="sums">The sums; those not needed are not read, counts and dates always are.</param>
    /// <param name="count">How many ties of the block there are.</param>
    /// <param name="first">The index of the first in the columns.</param>
    public void Write(TieSums sums, int count, int first)
    {
        WriteLambda(sums, count, first);
        WriteBalance(sums, count, first);
        WriteMomentum(sums, Slice(columns.Momentum, first, count));
        WriteRhythm(sums, count, first);

        CopyTo(sums.ContactDays, Slice(columns.ContactDays, first, count));
        CopyTo(sums.Touchpoints, Slice(columns.Touchpoints, first, count));
        WriteTouches(sums.FirstTouch, sums.ContactDays, Slice(columns.FirstTouch, first, count));
        WriteTouches(sums.LastTouch, sums.ContactDays, Slice(columns.LastTouch, first, count));
    }

    private static Span<T> Slice<T>(Memory<T> column, int first, int count) => column.IsEmpty ? [] : column.Span.Slice(first, count);

    private static void CopyTo(int[] from, Span<int> column) => from.AsSpan(0, column.Length).CopyTo(column);

    private static void WriteTouches(long[] micros, int[] contactDays, Span<long> column)
    {
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = contactDays[i] == 0 ? ScoreColumns.NoTouch : micros[i];
        }
    }

    private void WriteLambda(TieSums sums, int count, int first)
    {
        if (!NeedsLambda)
        {
            return;
        }

        var lambdas = Slice(columns.Lambda, first, count);
        var strengths = Slice(columns.Strength, first, count);
        for (var i = 0; i < count; i++)
        {
            var lambda = Lambda.Of(sums.Light[i], sums.Rich[i], settings.LightCeiling);
            if (!lambdas.IsEmpty)
            {
                lambdas[i] = lambda.Value;
            }

            if (!strengths.IsEmpty)
            {
                strengths[i] = lambda.Strength.Value;
            }
        }
    }

    private void WriteBalance(TieSums sums, int count, int first)
    {
        var balance = Slice(columns.Balance, first, count);
        for (var i = 0; i < balance.Length; i++)
        {
            balance[i] = Reciprocity.BalanceOf(sums.Outgoing[i], sums.Incoming[i], settings);
        }

        var low = Slice(columns.BalanceLow, first, count);
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = Reciprocity.LowOf(sums.Outgoing[i], sums.Incoming[i], settings);
        }

        var high = Slice(columns.BalanceHigh, first, count);
        for (var i = 0; i < high.Length; i++)
        {
            high[i] = Reciprocity.HighOf(sums.Outgoing[i], sums.Incoming[i], settings);
        }
    }

    private void WriteMomentum(TieSums sums, Span<double> momentum)
    {
        for (var i = 0; i < momentum.Length; i++)
        {
            var ageDays = SupportedTime.DaysBetween(sums.FirstTouch[i], asOfMicros);
            momentum[i] = Momentum.Of(plan, sums.ShortMomentum[i], sums.LongMomentum[i], sums.ContactDays[i], ageDays, settings);
        }
    }

    private void WriteRhythm(TieSums sums, int count, int first)
    {
        var usual = Slice(columns.UsualGapDays, first, count);
        for (var i = 0; i < usual.Length; i++)
        {
            var gaps = sums.ContactDays[i] - 1;
            usual[i] = gaps > 0 ? SupportedTime.DaysBetween(sums.FirstTouch[i], sums.LastTouch[i]) / gaps : double.NaN;
        }

        var silent = Slice(columns.SilentDays, first, count);
        for (var i = 0; i < silent.Length; i++)
        {
            silent[i] = sums.ContactDays[i] > 0 ? SupportedTime.DaysBetween(sums.LastTouch[i], asOfMicros) : double.NaN;
        }

        var percentile = Slice(columns.SilencePercentile, first, count);
        for (var i = 0; i < percentile.Length; i++)
        {
            percentile[i] = sums.ContactDays[i] > 0
                ? settings.Hazard.SilencePercentileOf(
                    sums.ContactDays[i],
                    SupportedTime.DaysBetween(sums.FirstTouch[i], sums.LastTouch[i]),
                    SupportedTime.DaysBetween(sums.LastTouch[i], asOfMicros))
                : double.NaN;
        }
    }
}
