using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class ElementaryProperties
{
    private static readonly Arbitrary<double> Exponents =
        Gen.Choose(-500_000_000, 500_000_000).Select(millionths => millionths / 1e6).ToArbitrary();

    [Property]
    public Property Powers_multiply_where_exponents_add() =>
        Prop.ForAll(
            Exponents,
            Exponents,
            (a, b) =>
            {
                // The sum is rounded, and 2^x magnifies that by x ln 2.
                var product = Elementary.Exp2(a) * Elementary.Exp2(b);
                return Math.Abs((Elementary.Exp2(a + b) / product) - 1) <= 1e-15 + (Math.Abs(a + b) * 2e-16);
            });

    [Property]
    public Property The_logarithm_undoes_the_exponential() =>
        Prop.ForAll(
            Exponents,
            x => Math.Abs(Elementary.Log(Elementary.Exp(x)) - x) <= (4e-16 * Math.Abs(x)) + 2e-16);

    [Property]
    public Property A_power_less_one_and_the_logarithm_of_one_more_undo_each_other() =>
        Prop.ForAll(
            Exponents,
            x =>
            {
                var small = x / 1e3;
                return Math.Abs(Elementary.Log1P(Elementary.ExpM1(small)) - small) <= 1e-15 * Math.Abs(small);
            });

    [Property]
    public Property A_power_less_one_is_the_power_less_one() =>
        Prop.ForAll(
            Exponents,
            x => Math.Abs(Elementary.ExpM1(x) - (Elementary.Exp(x) - 1)) <= 4e-16 * (Elementary.Exp(x) + 1));

    [Property]
    public Property A_longer_age_never_retains_more() =>
        Prop.ForAll(
            Exponents,
            Exponents,
            (a, b) => Elementary.Exp2(Math.Min(a, b)) <= Elementary.Exp2(Math.Max(a, b))
                && Elementary.ExpM1(Math.Min(a, b)) <= Elementary.ExpM1(Math.Max(a, b)));
}
