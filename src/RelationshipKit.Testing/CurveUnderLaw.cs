using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace RelationshipKit.Testing;

/// <summary>A curve, and what finds it breaking each of the laws.</summary>
internal sealed class CurveUnderLaw(ICurve curve)
{
    public const string BeginsWhole = "nothing is lost at age zero";
    public const string StaysInRange = "what is retained lies between 0 and 1";
    public const string NeverRises = "it never rises";
    public const string NeverJumps = "it never jumps";
    public const string FadesAway = "it fades away";
    public const string WeighsOne = "all ages together weigh 1";
    public const string AgreesWithItself = "what is retained follows what an age weighs";
    public const string Splits = "decaying in two steps is decaying in one";

    private const double Ln2 = 0.693_147_180_559_945_3;

    // Rounding of sums of up to eight exponentials.
    private const double Tolerance = 1e-12;

    // Simpson's rule on stretches that double is off by less.
    private const double IntegralTolerance = 1e-6;

    // 2^-60 is left of the longest half-life.
    private const int HalfLivesToOblivion = 60;

    private const int StepsAStretch = 64;

    private static readonly Duration Instantly = Duration.FromMilliseconds(1);

    /// <summary>Gets the laws in the order in which they are checked.</summary>
    public ImmutableArray<Law<CurveAges>> Laws =>
    [
        new(BeginsWhole, _ => curve.RetainedAt(Duration.Zero) is var whole && whole != 1 ? $"{Text(whole)} was retained" : null),
        new(StaysInRange, FindOutOfRange),
        new(NeverRises, ages => FindRise(curve.RetainedAt, ages) ?? FindRise(curve.DensityAt, ages)),
        new(NeverJumps, FindJump),
        new(
            FadesAway,
            _ => curve.RetainedAt(curve.LongestHalfLife * HalfLivesToOblivion) is var left
                    && !(left <= Tolerance) ? $"{Text(left)} is left after {HalfLivesToOblivion} of its longest half-lives" : null),
        new(WeighsOne, _ => Integral() is var weight && !(Math.Abs(weight - 1) <= IntegralTolerance) ? $"they weigh {Text(weight)}" : null),
        new(AgreesWithItself, FindDisagreement),
        new(Splits, FindSeam),
    ];

    private string? FindOutOfRange(CurveAges ages)
    {
        var (retained, density) = (curve.RetainedAt(ages.Sum), curve.DensityAt(ages.Sum));
        return !(retained >= 0 && retained <= 1) ? $"{Text(retained)} was retained"
            : !(density >= 0 && density <= double.MaxValue) ? $"the age weighed {Text(density)}"
            : null;
    }

    private static string? FindRise(Func<Duration, double> at, CurveAges ages) =>
        at(ages.First) is var before && at(ages.Sum) is var after
            && !(after <= before) ? $"it rose from {Text(before)} to {Text(after)}" : null;

    // No mixture falls faster than its shortest half-life does. The steeper half of the time, again and again, leads to a jump wherever it
    // is.
    private string? FindJump(CurveAges ages)
    {
        var (from, length) = (ages.First, ages.Second);
        while (length > Instantly)
        {
            var half = length / 2;
            var middle = curve.RetainedAt(from + half);
            from = curve.RetainedAt(from) - middle >= middle - curve.RetainedAt(from + length) ? from : from + half;
            length = half;
        }

        var (before, after) = (curve.RetainedAt(from), curve.RetainedAt(from + length));
        var most = Ln2 * length.TotalDays / curve.ShortestHalfLife.TotalDays;
        return !(before - after <= most + Tolerance)
            ? $"within {Text(length.TotalSeconds)} seconds it fell from {Text(before)} to {Text(after)}"
            : null;
    }

    private string? FindDisagreement(CurveAges ages)
    {
        var (retained, weight) = (curve.RetainedAt(ages.Sum), curve.DensityAt(ages.Sum) / curve.DensityAt(Duration.Zero));
        return !(Math.Abs(retained - weight) <= Tolerance)
            ? $"{Text(retained)} was retained where the age weighed {Text(weight)} of what age zero weighs"
            : null;
    }

    private string? FindSeam(CurveAges ages)
    {
        var (once, twice) = (curve.DensityAt(ages.Sum), curve.DensityAfter(ages.First, ages.Second));
        return !(Math.Abs(once - twice) <= Tolerance * curve.DensityAt(Duration.Zero))
            ? $"in one step the age weighed {Text(once)}, in two {Text(twice)}"
            : null;
    }

    // Simpson's rule on stretches of time each twice as long as the one before.
    private double Integral()
    {
        var sum = 0.0;
        var from = Duration.Zero;
        var length = curve.ShortestHalfLife / 8;
        while (from < curve.LongestHalfLife * HalfLivesToOblivion)
        {
            var step = length / StepsAStretch;
            for (var i = 0; i < StepsAStretch; i++)
            {
                var at = from + (step * i);
                sum += step.TotalDays / 6 * (curve.DensityAt(at) + (4 * curve.DensityAt(at + (step / 2))) + curve.DensityAt(at + step));
            }

            from += length;
            length = from;
        }

        return sum;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
