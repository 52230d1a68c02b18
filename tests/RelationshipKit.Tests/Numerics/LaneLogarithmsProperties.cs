using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class LaneLogarithmsProperties
{
    // Ratios and gaps of all sizes, near 1, powers of 2 and where a significand is halved among them.
    private static readonly Arbitrary<double[]> Sizes =
        Gen.Frequency(
            (4, Gen.Choose(0, int.MaxValue).Select(part => Math.Exp(20.0 * part / int.MaxValue))),
            (2, Gen.Choose(0, int.MaxValue).Select(part => Math.Exp(-20.0 * part / int.MaxValue))),
            (2, Gen.Choose(-40, 40).Select(power => Math.ScaleB(1, power))),
            (2, Gen.Choose(-1_000, 1_000).Select(steps => 1 + (steps * 1e-9))),
            (1, Gen.Elements(
                1, Math.Sqrt(2), Math.BitIncrement(Math.Sqrt(2)), Math.Sqrt(0.5), Math.Sqrt(2) - 1, Math.BitIncrement(Math.Sqrt(2) - 1))))
            .ListOf(8)
            .Select(list => list.ToArray())
            .ToArbitrary();

    private static readonly Arbitrary<double[]> Exponents =
        Gen.Frequency(
            (4, Gen.Choose(-int.MaxValue, int.MaxValue).Select(part => 60.0 * part / int.MaxValue)),
            (4, Gen.Choose(-int.MaxValue, int.MaxValue).Select(part => 0.3 * part / int.MaxValue)),
            (1, Gen.Elements(0.0, -0.0, 0.125, -0.125, Math.BitDecrement(0.125), Math.BitIncrement(-0.125), -40, 40)))
            .ListOf(8)
            .Select(list => list.ToArray())
            .ToArbitrary();

    [Property(MaxTest = 1_000)]
    public Property Logarithms_have_the_bits_of_one_number_on_every_width() =>
        Prop.ForAll(Sizes, xs =>
            Same(xs, Elementary.Log, LaneLogarithms.Log, LaneLogarithms.Log, LaneLogarithms.Log, LaneLogarithms.Log)
            && Same(xs, Elementary.Log1P, LaneLogarithms.Log1P, LaneLogarithms.Log1P, LaneLogarithms.Log1P, LaneLogarithms.Log1P));

    [Property(MaxTest = 1_000)]
    public Property Exponentials_of_either_sign_have_the_bits_of_one_number_on_every_width() =>
        Prop.ForAll(Exponents, xs =>
            Same(xs, Elementary.Exp, LaneLogarithms.Exp, LaneLogarithms.Exp, LaneLogarithms.Exp, LaneLogarithms.Exp)
            && Same(xs, Elementary.ExpM1, LaneLogarithms.ExpM1, LaneLogarithms.ExpM1, LaneLogarithms.ExpM1, LaneLogarithms.ExpM1));

    private static bool Same(
        double[] xs, Func<double, double> one, Func<Lanes64, Lanes64> bits64, Func<Lanes128, Lanes128> bits128,
        Func<Lanes256, Lanes256> bits256, Func<Lanes512, Lanes512> bits512)
    {
        var expected = Array.ConvertAll(xs, x => BitConverter.DoubleToInt64Bits(one(x) + 0.0));
        Assert.Equal(expected, On(xs, bits64));
        Assert.Equal(expected, On(xs, bits128));
        Assert.Equal(expected, On(xs, bits256));
        Assert.Equal(expected, On(xs, bits512));
        return true;
    }

    // The bits, those of -0 as those of 0.
    private static long[] On<T>(double[] xs, Func<T, T> function)
        where T : struct, ILanes<T>
    {
        var results = new double[xs.Length];
        for (var i = 0; i < xs.Length; i += T.Count)
        {
            function(T.Load(xs.AsSpan(i))).Store(results.AsSpan(i));
        }

        return Array.ConvertAll(results, result => BitConverter.DoubleToInt64Bits(result + 0.0));
    }
}
