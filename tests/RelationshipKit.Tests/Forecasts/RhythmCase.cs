using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

/// <summary>A tie to forecast: one contact to two thousand million, no time to millennia, horizons of nothing to millennia.</summary>
public sealed record RhythmCase(
    int Days, double SpanDays, double SilentDays, double Horizon, double Longer, double Outgoing, double Incoming)
{
    private static readonly RhythmHazard[] Hazards =
        [RhythmHazard.Default, RhythmHazard.Default.AtLevel(0.01), RhythmHazard.Default.AtLevel(40), FittedToLittle()];

    public static Instant Last { get; } = Instant.FromUtc(5000, 7, 1, 13, 45, 12);

    public RhythmState State => RhythmState.Of(Days, Last - Duration.FromDays(SpanDays), Last);

    public static Arbitrary<RhythmCase> Arbitrary()
    {
        var days = Gen.Frequency(
            (6, Gen.Choose(1, 40)), (1, Gen.Elements(1, 2, 4, 8, 16, 31, 32, 33, 10_000, int.MaxValue - 1, int.MaxValue)),
            (1, Gen.Choose(41, 20_000)));

        // From microseconds to five thousand years, and round numbers that meet the edges of bins.
        var span = Gen.Frequency(
            (1, Gen.Constant(0.0)),
            (1, Gen.Elements(7.0, 0.875, 21, 29_220)),
            (6, Gen.Choose(-10_000, 6_200).Select(exponent => Math.Pow(10, exponent / 1_000.0))));
        var weight = Gen.Frequency((1, Gen.Constant(0.0)), (4, Gen.Choose(0, 100_000).Select(value => value / 1_000.0)));
        return (from n in days
                from s in span
                from e in span
                from h in span
                from more in span
                from g in weight
                from v in weight
                select new RhythmCase(n, s, e, h, h + more, g, v)).ToArbitrary();
    }

    public IEnumerable<Forecast> Forecasts() => Hazards.Select(hazard => At(hazard, SilentDays));

    public IEnumerable<Forecast> ForecastsAfter(double days) => Hazards.Select(hazard => At(hazard, SilentDays + days));

    public Forecast At(RhythmHazard hazard, double silentDays) =>
        hazard.ForecastAt(State, Outgoing, Incoming, Last + Duration.FromDays(Math.Min(silentDays, 1_800_000)));

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Days} days in {SpanDays:R}, silent for {SilentDays:R}, horizons {Horizon:R} and {Longer:R}, given {Outgoing} and "
                + $"received {Incoming}");

    private static RhythmHazard FittedToLittle()
    {
        var builder = new RhythmHistoryBuilder();
        Instant[] at = [.. Enumerable.Range(0, 60).Select(i => Last - Duration.FromDays(2_000 - (i * i / 2.0)))];
        var state = builder.Add(at, at);
        return RhythmHazard.Default.FittedTo(builder.ToHistory(), [state], Last);
    }
}
