using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Reads one number of one tie, without a block of sums.</summary>
[SkipLocalsInit]
internal static class SingleScore
{
    public static double ValueAt(
        TableFold fold, TieChunk? chunk, int tie, ScoreColumn column, long asOf, ScoreSettings settings, Duration horizon)
    {
        var head = chunk is null ? default : chunk.HeadOf(tie);
        var first = chunk is null ? 0 : chunk.FirstOf(tie);
        var isKnown = head.ContactDays > 0;
        return column switch
        {
            ScoreColumn.Strength => ScoreFormulas.StrengthInBulk(LambdaOf(fold, chunk, tie, asOf, settings)).Value,
            ScoreColumn.ExpectedContacts => LambdaOf(fold, chunk, tie, asOf, settings).Value,
            ScoreColumn.Balance => Balance(Reciprocity.BalanceOf),
            ScoreColumn.BalanceLow =>
                Balance(static (given, received, settings) => BalanceIntervals.Of(settings).Low<Lanes64>(given, received)),
            ScoreColumn.BalanceHigh =>
                Balance(static (given, received, settings) => 0 - BalanceIntervals.Of(settings).Low<Lanes64>(received, given)),
            ScoreColumn.Momentum => MomentumOf(fold, chunk, tie, head, first, asOf, settings),
            ScoreColumn.ContactDays => head.ContactDays,
            ScoreColumn.UsualGapDays => chunk?.UsualGapOf(tie) ?? double.NaN,
            ScoreColumn.SilentDays => isKnown ? Silence() : double.NaN,
            ScoreColumn.SilencePercentile => isKnown
                ? settings.Hazard.SilencePercentileOf(head.ContactDays, Span(), Silence())
                : double.NaN,
            ScoreColumn.ContactWithin => isKnown
                ? settings.Hazard.ContactWithinOf(head.ContactDays, Span(), Silence(), horizon.TotalDays)
                : double.NaN,
            ScoreColumn.LosingTouch => isKnown && Forecast.IsLosing(settings.Hazard, head.ContactDays, Span(), Silence()) is { } isLosing
                ? (isLosing ? 1 : 0)
                : double.NaN,
            ScoreColumn.Touchpoints => head.Touchpoints,
            ScoreColumn.FirstTouch => isKnown ? first : double.NaN,
            ScoreColumn.LastTouch => isKnown ? head.Last : double.NaN,
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

        double Span() => SupportedTime.DaysBetween(first, head.Last);

        double Silence() => SupportedTime.DaysBetween(head.Last, asOf);

        double Balance(Func<double, double, ScoreSettings, double> number)
        {
            var (given, received) = DirectionsOf(fold, chunk, tie, asOf);
            return number(given, received, settings);
        }
    }

    private static Lanes64 LambdaOf(TableFold fold, TieChunk? chunk, int tie, long asOf, ScoreSettings settings)
    {
        var (light, rich) = (0.0, 0.0);
        if (chunk is { Landmark.IsEmpty: false })
        {
            var lanes = fold.Lanes;
            Span<double> first = stackalloc double[lanes.Momentum];
            Span<double> second = stackalloc double[lanes.Momentum];
            lanes.StandingFactors(asOf, chunk.Landmark, first, second);
            var own = chunk.StandingOf(tie);
            for (var lane = 0; lane < lanes.Rich; lane++)
            {
                light += own[lane] * first[lane] * second[lane];
                rich += own[lanes.Rich + lane] * first[lanes.Rich + lane] * second[lanes.Rich + lane];
            }
        }

        return ScoreFormulas.LambdaInBulk<Lanes64>(new(light), new(rich), settings.LightCeiling);
    }

    private static (double Given, double Received) DirectionsOf(TableFold fold, TieChunk? chunk, int tie, long asOf)
    {
        if (chunk is null || chunk.Landmark.IsEmpty)
        {
            return (0, 0);
        }

        var (outgoing, incoming) = (fold.Lanes.Outgoing, fold.Lanes.Incoming);
        Span<double> first = stackalloc double[fold.Lanes.Momentum];
        Span<double> second = stackalloc double[fold.Lanes.Momentum];
        fold.Lanes.StandingFactors(asOf, chunk.Landmark, first, second);
        var own = chunk.StandingOf(tie);
        return (own[outgoing] * first[outgoing] * second[outgoing], own[incoming] * first[incoming] * second[incoming]);
    }

    private static double MomentumOf(
        TableFold fold, TieChunk? chunk, int tie, in TieHead head, long firstTouch, long asOf, ScoreSettings settings)
    {
        if (chunk is null || head.ContactDays == 0)
        {
            return 0;
        }

        var lanes = fold.Lanes;
        var (shorter, longer) = chunk.MomentumOf(tie);
        Span<double> first = stackalloc double[lanes.Width];
        Span<double> second = stackalloc double[lanes.Width];
        lanes.MomentumFactors(asOf, chunk.Landmark, first, second);
        return Momentum.Of(
            fold.Plan,
            shorter * first[0] * second[0],
            longer * first[1] * second[1],
            head.ContactDays,
            SupportedTime.DaysBetween(firstTouch, asOf),
            settings);
    }
}
