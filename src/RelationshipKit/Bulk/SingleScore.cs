using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>Reads one number of one tie, without a block of sums.</summary>
internal static class SingleScore
{
    public static double ValueAt(TableFold fold, TieChunk? chunk, int tie, ScoreColumn column, long asOf, ScoreSettings settings, Duration horizon)
    {
        var row = chunk is null ? default : chunk.RowOf(tie);
        var (isKnown, gaps) = (row.ContactDays > 0, row.ContactDays - 1);
        return column switch
        {
            ScoreColumn.Strength => LambdaOf(fold, chunk, tie, asOf, settings).Strength.Value,
            ScoreColumn.Lambda => LambdaOf(fold, chunk, tie, asOf, settings).Value,
            ScoreColumn.Balance => Balance(Reciprocity.BalanceOf),
            ScoreColumn.BalanceLow => Balance(static (given, received, settings) => BalanceIntervals.Of(settings).Low<Lanes64>(given, received)),
            ScoreColumn.BalanceHigh => Balance(static (given, received, settings) => 0 - BalanceIntervals.Of(settings).Low<Lanes64>(received, given)),
            ScoreColumn.Momentum => MomentumOf(fold, chunk, tie, row, asOf, settings),
            ScoreColumn.ContactDays => row.ContactDays,
            ScoreColumn.UsualGapDays => gaps > 0 ? SupportedTime.DaysBetween(row.First, row.Last) / gaps : double.NaN,
            ScoreColumn.SilentDays => isKnown ? SupportedTime.DaysBetween(row.Last, asOf) : double.NaN,
            ScoreColumn.SilencePercentile => isKnown
                ? settings.Hazard.SilencePercentileOf(row.ContactDays, SupportedTime.DaysBetween(row.First, row.Last), SupportedTime.DaysBetween(row.Last, asOf))
                : double.NaN,
            ScoreColumn.ContactWithin => isKnown
                ? settings.Hazard.ContactWithinOf(
                    row.ContactDays, SupportedTime.DaysBetween(row.First, row.Last), SupportedTime.DaysBetween(row.Last, asOf), horizon.TotalDays)
                : double.NaN,
            ScoreColumn.Touchpoints => row.Touchpoints,
            ScoreColumn.FirstTouch => isKnown ? row.First : double.NaN,
            ScoreColumn.LastTouch => isKnown ? row.Last : double.NaN,
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

        double Balance(Func<double, double, ScoreSettings, double> number)
        {
            var (given, received) = DirectionsOf(fold, chunk, tie, asOf);
            return number(given, received, settings);
        }
    }

    private static Lambda LambdaOf(TableFold fold, TieChunk? chunk, int tie, long asOf, ScoreSettings settings)
    {
        var (light, rich) = (0.0, 0.0);
        if (chunk is not null)
        {
            var (layout, density) = (chunk.Layout, fold.Plan.Settings.Curve.DensityPerDay);
            var landmark = chunk.Landmark;
            var own = chunk.Sums.Slice(tie * layout.Length, layout.Length);
            for (var lane = 0; lane < Math.Min(layout.HalfLives, landmark.Length); lane++)
            {
                var (first, second) = fold.Lanes.FactorsAt(lane, asOf, landmark[lane]);
                var rate = Lambda.HorizonDays * density[lane] * first;
                light += own[lane] * rate * second;
                rich += own[layout.Rich + lane] * rate * second;
            }
        }

        return Lambda.Of(light, rich, settings.LightCeiling);
    }

    private static (double Given, double Received) DirectionsOf(TableFold fold, TieChunk? chunk, int tie, long asOf)
    {
        if (chunk is null || chunk.Landmark.IsEmpty)
        {
            return (0, 0);
        }

        var (lanes, layout) = (fold.Lanes, chunk.Layout);
        var landmark = chunk.Landmark;
        var own = chunk.Sums.Slice(tie * layout.Length, layout.Length);
        var sent = lanes.FactorsAt(lanes.Outgoing, asOf, landmark[lanes.Outgoing]);
        var received = lanes.FactorsAt(lanes.Incoming, asOf, landmark[lanes.Incoming]);
        return (own[layout.Outgoing] * sent.First * sent.Second, own[layout.Incoming] * received.First * received.Second);
    }

    private static double MomentumOf(TableFold fold, TieChunk? chunk, int tie, in TieRow row, long asOf, ScoreSettings settings)
    {
        if (chunk is null || row.ContactDays == 0)
        {
            return 0;
        }

        var lanes = fold.Lanes;
        var (shorter, longer) = chunk.MomentumSums(tie);
        var lately = lanes.FactorsAt(lanes.Short, asOf, chunk.Landmark[lanes.Short]);
        var before = lanes.FactorsAt(lanes.Long, asOf, chunk.Landmark[lanes.Long]);
        return Momentum.Of(
            fold.Plan,
            shorter * lately.First * lately.Second,
            longer * before.First * before.Second,
            row.ContactDays,
            SupportedTime.DaysBetween(row.First, asOf),
            settings);
    }
}
