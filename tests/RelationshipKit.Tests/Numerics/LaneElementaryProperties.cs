using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class LaneElementaryProperties
{
    // Exponents of all sizes, those at the ends of the normal numbers and of the doubles among them.
    private static readonly Arbitrary<double[]> Exponents = Of(-1_100, 0);

    private static readonly Arbitrary<double[]> NormalExponents = Of(-1_021.9, 0);

    private static readonly Arbitrary<double[]> CheaperExponents = Of(-900, 0);

    [Property(MaxTest = 1_000)]
    public Property Powers_of_two_have_the_bits_of_one_number_on_every_width() =>
        Prop.ForAll(
            Exponents, xs => Same(xs, Elementary.Exp2, LaneElementary.Exp2, LaneElementary.Exp2, LaneElementary.Exp2, LaneElementary.Exp2));

    [Property(MaxTest = 1_000)]
    public Property Normal_powers_of_two_have_the_bits_of_one_number_on_every_width() =>
        Prop.ForAll(
            NormalExponents,
            xs => Same(
                xs, Elementary.Exp2, LaneElementary.Exp2OfNormal, LaneElementary.Exp2OfNormal, LaneElementary.Exp2OfNormal,
                LaneElementary.Exp2OfNormal));

    [Property(MaxTest = 1_000)]
    public Property Powers_of_e_less_one_have_the_bits_of_one_number_on_every_width() =>
        Prop.ForAll(
            Exponents,
            xs => Same(xs, Elementary.ExpM1, LaneElementary.ExpM1, LaneElementary.ExpM1, LaneElementary.ExpM1, LaneElementary.ExpM1));

    [Property(MaxTest = 1_000)]
    public Property Cheaper_powers_have_the_same_bits_on_every_width_and_depth_and_are_as_good_as_exact() =>
        Prop.ForAll(
            CheaperExponents,
            xs => Same(xs, x => Cheap(16 * x), x => Deep(x, 16), x => Deep(x, 16), x => Deep(x, 16), x => Deep(x, 16))
                && Same(xs, x => Cheap(16 * x), x => Normal(x, 16), x => Normal(x, 16), x => Normal(x, 16), x => Normal(x, 16))
                && xs.All(x => Math.Abs((Cheap(16 * x) / Elementary.Exp2(x)) - 1) < 1e-15));

    [Property(MaxTest = 1_000)]
    public Property Cheaper_powers_of_e_less_one_have_the_same_bits_on_every_width_and_are_as_good_as_exact() =>
        Prop.ForAll(
            Exponents,
            xs => Same(
                xs, CheapM1, LaneElementary.ExpM1InBulk, LaneElementary.ExpM1InBulk, LaneElementary.ExpM1InBulk, LaneElementary.ExpM1InBulk)
                && xs.All(x => Math.Abs(CheapM1(x) - Elementary.ExpM1(x)) <= 1e-14 * -Elementary.ExpM1(x)));

    [Property(MaxTest = 1_000)]
    public Property Powers_too_small_for_normal_numbers_have_the_same_bits_on_every_width() =>
        Prop.ForAll(
            Exponents,
            xs => Same(xs, x => Deep<Lanes64>(new(x), 16).Value, x => Deep(x, 16), x => Deep(x, 16), x => Deep(x, 16), x => Deep(x, 16))
            && xs.All(
                x => Math.Abs(Deep<Lanes64>(new(x), 16).Value - Elementary.Exp2(x)) <= (1e-15 * Elementary.Exp2(x)) + double.Epsilon));

    private static double Cheap(double sixteenths) => LaneElementary.PowerOfSixteenthsOfNormal<Lanes64>(new(sixteenths)).Value;

    private static double CheapM1(double x) => LaneElementary.ExpM1InBulk<Lanes64>(new(x)).Value;

    private static T Deep<T>(T x, double times)
        where T : struct, ILanes<T> => LaneElementary.PowerOfSixteenths(x * T.Of(times));

    private static T Normal<T>(T x, double times)
        where T : struct, ILanes<T> => LaneElementary.PowerOfSixteenthsOfNormal(x * T.Of(times));

    private static Arbitrary<double[]> Of(double least, double most) =>
        Gen.Frequency(
            (6, Gen.Choose(0, int.MaxValue).Select(part => least + ((most - least) * (part / (double)int.MaxValue)))),
            (4, Gen.Choose(0, int.MaxValue).Select(part => -3.0 * part / int.MaxValue)),
            (2, Gen.Choose(-1_021, 0).Select(whole => (double)whole)),
            (1, Gen.Choose(-16 * 1_021, 0).Select(half => (half - 0.5) / 16)),
            (1, Gen.Choose(0, 1_074).Select(power => Math.Max(-Math.ScaleB(1, -power), least))),
            (1, Gen.Elements(least, -0.0, -40, -Math.BitIncrement(40), -0.125, 1 - Math.Sqrt(2), -1)))
            .Select(x => Math.Max(x, least))
            .ListOf(8)
            .Select(list => list.ToArray())
            .ToArbitrary();

    private static bool Same(
        double[] xs,
        Func<double, double> one,
        Func<Lanes64, Lanes64> bits64,
        Func<Lanes128, Lanes128> bits128,
        Func<Lanes256, Lanes256> bits256,
        Func<Lanes512, Lanes512> bits512)
    {
        var expected = Array.ConvertAll(xs, x => one(x));
        return AreBits(expected, On(xs, bits64)) && AreBits(expected, On(xs, bits128)) && AreBits(expected, On(xs, bits256))
            && AreBits(expected, On(xs, bits512));
    }

    private static double[] On<T>(double[] xs, Func<T, T> function)
        where T : struct, ILanes<T>
    {
        var results = new double[xs.Length];
        for (var i = 0; i < xs.Length; i += T.Count)
        {
            function(T.Load(xs.AsSpan(i))).Store(results.AsSpan(i));
        }

        return results;
    }

    private static bool AreBits(double[] expected, double[] actual)
    {
        Assert.Equal(Array.ConvertAll(expected, BitConverter.DoubleToInt64Bits), Array.ConvertAll(actual, BitConverter.DoubleToInt64Bits));
        return true;
    }
}
