using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class RhythmHazardProperties
{
    private static readonly Arbitrary<RhythmCase> Cases = RhythmCase.Arbitrary();

    [Property]
    public Property Every_number_is_a_probability() => Prop.ForAll(Cases, tie => tie.Forecasts().All(forecast =>
        forecast.ContactWithin(Duration.FromDays(tie.Horizon)) is >= 0 and <= 1
        && forecast.SilencePercentile is >= 0 and <= 1
        && forecast.ContactWithin(Duration.Zero) == 0
        && forecast.ContactWithin(Duration.MaxValue) is > 0 and <= 1));

    [Property]
    public Property Silence_never_makes_contact_likelier() =>
        Prop.ForAll(Cases, tie => tie.Forecasts().Zip(tie.ForecastsAfter(tie.Longer)).All(pair =>
        Within(pair.Second, tie.Horizon) <= Within(pair.First, tie.Horizon) * (1 + 1e-12)
        && pair.Second.SilencePercentile >= pair.First.SilencePercentile));

    [Property]
    public Property Only_contact_ends_losing_touch() =>
        Prop.ForAll(Cases, tie => tie.Forecasts().Zip(tie.ForecastsAfter(tie.Longer)).All(pair =>
        pair.First.IsLosingTouch != true || pair.Second.IsLosingTouch == true));

    [Property]
    public Property A_longer_horizon_never_makes_contact_less_likely() => Prop.ForAll(Cases, tie => tie.Forecasts().All(forecast =>
        Within(forecast, tie.Longer) >= Within(forecast, tie.Horizon) * (1 - 1e-12)
        && (!(tie.Outgoing + tie.Incoming > 0)
            || forecast.ReciprocatedWithin(
                Duration.FromDays(tie.Longer)) >= forecast.ReciprocatedWithin(Duration.FromDays(tie.Horizon)) * (1 - 1e-12))));

    [Property]
    public Property Horizons_chain() => Prop.ForAll(Cases, tie =>
    {
        // The instant after the first horizon is a whole microsecond; so must the horizon be.
        var first = Duration.FromTicks(Math.Floor(Math.Min(tie.Horizon, 500_000) * 86_400_000_000) * 10);
        var second = Duration.FromDays(tie.Longer);
        var silent = Math.Min(tie.SilentDays, 1_000_000);
        return new[] { RhythmHazard.Default, RhythmHazard.Default.AtLevel(40) }.All(hazard =>
        {
            var now = tie.At(hazard, silent);
            var then = hazard.ForecastAt(tie.State, now.AsOf + first);
            var whole = 1 - now.ContactWithin(first + second)!.Value;
            return Math.Abs(whole - ((1 - now.ContactWithin(first)!.Value) * (1 - then.ContactWithin(second)!.Value))) <= 1e-12;
        });
    });

    [Property]
    public Property Shifting_the_tie_and_the_instant_changes_nothing() => Prop.ForAll(Cases, ArbMap.Default.ArbFor<int>(), (tie, hours) =>
    {
        var (span, silent) = (Duration.FromDays(Math.Min(tie.SpanDays, 1_000_000)), Duration.FromDays(Math.Min(tie.SilentDays, 1_000_000)));
        var (last, shift) = (RhythmCase.Last, Duration.FromHours(hours));
        var here = RhythmHazard.Default.ForecastAt(RhythmState.Of(tie.Days, last - span, last), last + silent);
        var there = RhythmHazard.Default.ForecastAt(RhythmState.Of(tie.Days, last - span + shift, last + shift), last + silent + shift);

        // Instants are floored to microseconds together, for the shift is whole hours.
        return here.ContactWithin(Duration.FromDays(tie.Horizon)) == there.ContactWithin(Duration.FromDays(tie.Horizon))
            && here.SilencePercentile == there.SilencePercentile;
    });

    [Property]
    public Property The_unit_of_time_does_not_matter() => Prop.ForAll(Cases, Gen.Choose(1, 1_000).ToArbitrary(), (tie, factor) =>
    {
        var (scale, scaled) =
            (RhythmGrid.ScaleDays(tie.Days, tie.SpanDays), RhythmGrid.ScaleDays(
                tie.Days, tie.SpanDays * factor, RhythmGrid.PriorDays * factor));
        var curve = RhythmHazard.Default.CurveOf(tie.Days);
        return Close(
            curve.Between(tie.SilentDays / scale, tie.Horizon / scale),
            curve.Between(tie.SilentDays * factor / scaled, tie.Horizon * factor / scaled));
    });

    [Property]
    public Property Both_sides_are_never_likelier_than_one() => Prop.ForAll(Cases, tie => tie.Forecasts().All(forecast =>
        forecast.ReciprocatedWithin(Duration.FromDays(tie.Horizon)) is not { } both
            || (both >= 0 && both <= Within(forecast, tie.Horizon))));

    [Property]
    public Property The_parts_of_an_explanation_sum() => Prop.ForAll(Cases, tie => tie.Forecasts().All(forecast =>
    {
        if (Duration.FromDays(tie.Horizon) == Duration.Zero)
        {
            return true;
        }

        var why = forecast.Explain(Duration.FromDays(tie.Horizon))!;
        var size = why.Parts.Sum(part => Math.Abs(part.Effect)) + Math.Abs(why.ReferenceLogOdds) + 1;
        return Math.Abs(why.ReferenceLogOdds + why.Parts.Sum(part => part.Effect) - why.LogOdds) <= 1e-12 * size
            && Math.Abs(why.Probability - Within(forecast, tie.Horizon)) <= 1e-12;
    }));

    [Property]
    public Property The_day_a_share_is_over_is_the_first_on_which_it_is() =>
        Prop.ForAll(Cases, Gen.Choose(1, 999).ToArbitrary(), (tie, thousandths) =>
    {
        var share = thousandths / 1_000.0;
        if (RhythmHazard.Default.ForecastAt(tie.State, RhythmCase.Last).DueBy(share) is not { } due)
        {
            return !(RhythmHazard.Default.ForecastAt(tie.State, Instant.FromUtc(9999, 12, 30, 23, 59)).SilencePercentile >= share);
        }

        // The microsecond before, unless the tie was in touch then.
        return RhythmHazard.Default.ForecastAt(tie.State, due).SilencePercentile >= share
            && RhythmHazard.Default.ForecastAt(tie.State, due - Duration.FromNanoseconds(1_000L)).SilencePercentile < share;
    });

    [Property]
    public Property The_curve_is_that_of_the_formula() => Prop.ForAll(Cases, tie =>
    {
        var silent = Math.Min(tie.SilentDays, 1_000);
        var expected = PlainHazard.ContactWithin(RhythmHazard.Default, tie.Days, tie.SpanDays, silent, Math.Min(tie.Horizon, 10_000));
        var state = RhythmHazard.Default.CurveOf(tie.Days);
        var scale = RhythmGrid.ScaleDays(tie.Days, tie.SpanDays);
        return Math.Abs(expected - (1 - Math.Exp(-state.Between(silent / scale, Math.Min(tie.Horizon, 10_000) / scale)))) <= 1e-9;
    });

    [Property]
    public bool Histories_add_in_any_order_to_the_history_of_all(NonEmptyArray<PositiveInt>[] ties, int seed)
    {
        var whole = new RhythmHistoryBuilder();
        foreach (var tie in ties)
        {
            Add(whole, tie.Get);
        }

        // Each tie alone, in an order of its own, from both ends.
        var alone = ties.OrderBy(tie => HashCode.Combine(seed, tie.Get.Length, tie.Get[0].Get)).Select(tie =>
        {
            var builder = new RhythmHistoryBuilder();
            Add(builder, tie.Get);
            return builder.ToHistory();
        }).ToArray();
        var fromLeft = alone.Aggregate(RhythmHistory.Empty, (sum, next) => sum.Plus(next));
        var fromRight = alone.Reverse().Aggregate(RhythmHistory.Empty, (sum, next) => next.Plus(sum));
        return whole.ToHistory().Equals(fromLeft) && fromLeft.Equals(fromRight) && fromLeft.GetHashCode() == fromRight.GetHashCode()
            && fromLeft.Gaps == ties.Sum(tie => tie.Get.Length);
    }

    [Property]
    public bool A_prior_beyond_all_weight_keeps_its_shape(NonEmptyArray<PositiveInt> tie)
    {
        var builder = new RhythmHistoryBuilder();
        var state = Add(builder, tie.Get);
        var settings = HazardFitSettings.Default with { Shrinkage = 1e9, LevelPrior = 1e9 };
        var fitted = RhythmHazard.Default.FittedTo(builder.ToHistory(), [state], state.Last!.Value, settings);
        return fitted.Rates.Zip(RhythmHazard.Default.Rates).All(pair => Math.Abs((pair.First / pair.Second) - 1) < 0.01)
            && RhythmGrid.ScaleDays(5, 300, 7, 1e12) is > 6.999_999 and < 7.000_001;
    }

    private static RhythmState Add(RhythmHistoryBuilder builder, PositiveInt[] gaps)
    {
        var at = new List<Instant> { Instant.FromUtc(2020, 1, 1, 0, 0) };
        foreach (var gap in gaps)
        {
            at.Add(at[^1] + Duration.FromHours(11 + (gap.Get * 7.3)));
        }

        return builder.Add([.. at], [.. at]);
    }

    private static double Within(Forecast forecast, double days) => forecast.ContactWithin(Duration.FromDays(days))!.Value;

    private static bool Close(double left, double right) => Math.Abs(left - right) <= 1e-10 * (1 + Math.Abs(left));
}
