using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class RhythmHistoryTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void Add_ThreeDays_CountsEachGapFromTheStateBeforeIt()
    {
        // A first gap of 3.75 days is half of 7 + 0.5; the second of 21 days is scaled by (7 + 4.25) / 2.
        Instant[] firsts = [Start, At(4.25), At(25.25)];
        Instant[] lasts = [At(0.5), At(4.25), At(25.25)];
        var builder = new RhythmHistoryBuilder();
        var state = builder.Add(firsts, lasts);
        var sums = builder.ToHistory().Sums;

        Assert.Equal(RhythmState.Of(3, Start, At(25.25)), state);
        Assert.Equal(2, builder.Gaps);
        Assert.Equal(1, sums.EventsOf(0, 3)); // 0.5 belongs to the bin that ends there
        Assert.Equal(0.0625, sums.ExposureOf(0, 0));
        Assert.Equal(0.25, sums.ExposureOf(0, 3));
        Assert.Equal(1, sums.EventsOf(1, 6));
        Assert.Equal((21 / 5.625) - 2, sums.ExposureOf(1, 6), 1e-11);
        Assert.Equal(1, sums.ExposureOf(1, 5));
        Assert.Equal(0, sums.ExposureOf(2, 0));
    }

    [Fact]
    public void FittedTo_OneGap_IsTheFormulaWorkedByHand()
    {
        var builder = new RhythmHistoryBuilder();
        Instant[] at = [Start, At(3.5)];
        var state = builder.Add(at, at);
        var fitted = RhythmHazard.Default.FittedTo(builder.ToHistory(), [state], At(3.5));

        // One closed gap of one contact-day: no level from it; in its cell (1 + 20 λ) / (0.25 + 20), with 0.25 of time there.
        Assert.Equal(1, fitted.Level, 1e-12);
        Assert.Equal((1 + (20 * RhythmHazard.Default.Rates[3])) / 20.25, fitted.Rates[3], 1e-12);
        Assert.Equal(20 * RhythmHazard.Default.Rates[0] / 20.0625, fitted.Rates[0], 1e-12);
        Assert.Equal(RhythmHazard.Default.Rates[5], fitted.Rates[5], 1e-12);
    }

    [Fact]
    public void FittedTo_TheOwnersOwnPace_MovesTowardsItAndIsCalibratedFromFourHundredGaps()
    {
        // Forty contacts, each seen every two days: far livelier than the default expects.
        var builder = new RhythmHistoryBuilder();
        Instant[] at = [.. Enumerable.Range(0, 12).Select(i => At(2 * i))];
        RhythmState[] states = [.. Enumerable.Range(0, 40).Select(_ => builder.Add(at, at))];
        var fitted = RhythmHazard.Default.FittedTo(builder.ToHistory(), states, At(22));
        var few = RhythmHazard.Default.FittedTo(
            builder.ToHistory(), states, At(22), HazardFitSettings.Default with { CalibratedFromGaps = 441 });

        double Soon(RhythmHazard hazard) => hazard.ForecastAt(states[0], At(23)).ContactWithin(Duration.FromDays(3))!.Value;
        Assert.True(Soon(fitted) > Soon(RhythmHazard.Default) + 0.05, $"{Soon(fitted)} {Soon(RhythmHazard.Default)}");
        Assert.True(Soon(fitted) < 1);
        Assert.Equal((true, 440), (fitted.IsCalibrated, fitted.Gaps));
        Assert.Equal((0.035, 0.12), (fitted.ExpectedError, RhythmHazard.Default.ExpectedError));
        Assert.Equal(0.035, fitted.ForecastAt(states[0], At(23)).ExpectedError);
        Assert.Null(fitted.ForecastAt(RhythmState.None, At(23)).ExpectedError);
        Assert.False(RhythmHazard.Default.FittedTo(Fitted(36), [], At(22)).IsCalibrated);
        Assert.False(few.IsCalibrated);
        Assert.True(fitted.FittedTo(RhythmHistory.Empty, [], At(22)).IsCalibrated);
        Assert.False(RhythmHazard.Default.FittedTo(RhythmHistory.Empty, [], At(22)).IsCalibrated);
    }

    // The history of so many contacts of eleven gaps each.
    private static RhythmHistory Fitted(int contacts)
    {
        var builder = new RhythmHistoryBuilder();
        Instant[] at = [.. Enumerable.Range(0, 12).Select(i => At(2 * i))];
        for (var i = 0; i < contacts; i++)
        {
            builder.Add(at, at);
        }

        return builder.ToHistory();
    }

    [Fact]
    public void FittedTo_EverySetting_ChangesTheFit()
    {
        var builder = new RhythmHistoryBuilder();
        Instant[] at = [Start, At(2), At(9)];
        var state = builder.Add(at, at);
        RhythmHazard Fit(HazardFitSettings settings) => RhythmHazard.Default.FittedTo(builder.ToHistory(), [state], At(20), settings);

        var usual = Fit(HazardFitSettings.Default);
        Assert.NotEqual(usual, Fit(HazardFitSettings.Default with { Shrinkage = 5 }));
        Assert.NotEqual(usual, Fit(HazardFitSettings.Default with { LevelPrior = 5 }));
        Assert.NotEqual(usual, Fit(HazardFitSettings.Default with { CalibratedFromGaps = 2 }));
        Assert.Throws<ArgumentException>(() => Fit(HazardFitSettings.Default with { Shrinkage = 0 }));
    }

    [Fact]
    public void Add_DaysOutOfOrder_AreRefusedAndLeaveNothing()
    {
        var builder = new RhythmHistoryBuilder();

        Assert.Throws<ArgumentException>(() => builder.Add([Start], [Start, Start]));
        Assert.Throws<ArgumentException>(() => builder.Add([Start, At(3), At(2)], [Start, At(3), At(2)]));
        Assert.Throws<ArgumentException>(() => builder.Add([Start, At(3)], [Start, At(2)]));
        Assert.Equal(RhythmHistory.Empty, builder.ToHistory());
    }

    private static Instant At(double days) => Start + Duration.FromDays(days);
}
