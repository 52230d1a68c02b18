using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Testing.Tests;

/// <summary>One broken curve for each law: the kit makes none, so these only answer like one.</summary>
internal sealed class BrokenCurves : ICurve
{
    private const double HalfLifeDays = 30;

    private static readonly DecayCurve Mixture = DecayCurve.Mixture((Duration.FromDays(HalfLifeDays), 1), (Duration.FromDays(300), 1));

    public static readonly Dictionary<string, BrokenCurves> ByLaw = new()
    {
        [CurveUnderLaw.BeginsWhole] = new() { Retained = age => 0.9 * Mixture.RetainedAt(age) },
        [CurveUnderLaw.StaysInRange] = new() { Retained = age => Mixture.RetainedAt(age) - (1e-6 * age.TotalDays) },
        [CurveUnderLaw.NeverRises] =
            new() { Retained = age => age.TotalDays < 10 ? Mixture.RetainedAt(age) : Math.Min(1, Mixture.RetainedAt(age) + 0.2) },
        [CurveUnderLaw.NeverJumps] = new() { Retained = age => Mixture.RetainedAt(Duration.FromDays(age.Days)) },
        [CurveUnderLaw.FadesAway] = new() { Retained = age => 0.01 + (0.99 * Mixture.RetainedAt(age)) },
        [CurveUnderLaw.WeighsOne] = new() { Density = age => 2 * Mixture.DensityPerDayAt(age) },
        [CurveUnderLaw.AgreesWithItself] = new() { Retained = age => Mixture.RetainedAt(age * 0.9) },
        [CurveUnderLaw.Splits] = new() { After = (first, second) => Mixture.DensityPerDayAt(first) * Mixture.RetainedAt(second) },
    };

    public string Name => "a curve of one's own";

    public Duration ShortestHalfLife => Duration.FromDays(HalfLifeDays);

    public Duration LongestHalfLife => Duration.FromDays(300);

    private Func<Duration, double> Retained { get; init; } = Mixture.RetainedAt;

    private Func<Duration, double> Density { get; init; } = Mixture.DensityPerDayAt;

    private Func<Duration, Duration, double>? After { get; init; }

    public double RetainedAt(Duration age) => Retained(age);

    public double DensityAt(Duration age) => Density(age);

    public double DensityAfter(Duration first, Duration second) => After is null ? Density(first + second) : After(first, second);
}
