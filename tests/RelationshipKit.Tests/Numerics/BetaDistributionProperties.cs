using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class BetaDistributionProperties
{
    // Evenly spread on the scale of logarithms, from 0.05 to 1e6.
    private static readonly Arbitrary<double> Shapes =
        Gen.Choose(0, 1_000_000).Select(step => Math.Min(1e6, 0.05 * Elementary.Exp2(step / 1e6 * 24.25))).ToArbitrary();

    private static readonly Arbitrary<double> Shares =
        Gen.Choose(1, 999_999).Select(millionths => millionths / 1e6).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property The_quantile_undoes_the_distribution_function() =>
        Prop.ForAll(
            Shares,
            Shapes,
            Shapes,
            (p, a, b) =>
            {
                var x = BetaDistribution.Quantile(p, a, b);
                return x is >= 0 and <= 1
                    && BetaDistribution.Cdf(Math.BitDecrement(x), a, b) <= p + 1e-10
                    && BetaDistribution.Cdf(Math.BitIncrement(x), a, b) >= p - 1e-10;
            });

    [Property(MaxTest = 500)]
    public Property Swapping_the_shapes_mirrors_the_quantile() =>
        Prop.ForAll(
            Shares,
            Shapes,
            Shapes,
            (p, a, b) => Math.Abs(BetaDistribution.Quantile(p, a, b) - (1 - BetaDistribution.Quantile(1 - p, b, a))) <= 1e-14);

    [Property(MaxTest = 500)]
    public Property A_larger_share_never_lies_lower() =>
        Prop.ForAll(
            Shares,
            Shares,
            Shapes,
            (p, q, a) => BetaDistribution.Quantile(Math.Min(p, q), a, 2) <= BetaDistribution.Quantile(Math.Max(p, q), a, 2));
}
