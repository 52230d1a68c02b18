using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Bulk;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Bulk;

public class BalanceIntervalsProperties
{
    private static readonly double[] Priors = [0.1, 0.7, 2, 100];

    private static readonly Arbitrary<(double Given, double Received, double Prior)> Cases =
        (from prior in Gen.Elements(Priors)
         from given in DirectionDays()
         from received in DirectionDays()
         select (given, received, prior)).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property Intervals_read_off_polynomials_are_those_of_the_quantile() =>
        Prop.ForAll(Cases, @case =>
        {
            var settings = ScoreSettings.Default with { BalancePrior = @case.Prior };
            var expected = Reciprocity.LowOf(@case.Given, @case.Received, settings);
            var actual = BalanceIntervals.Of(settings).Low<Lanes64>(@case.Given, @case.Received);
            Assert.True(Math.Abs(expected - actual) <= 1e-12, $"{actual}, not {expected}");
        });

    private static Gen<double> DirectionDays() =>
        Gen.Frequency(
            (1, Gen.Constant(0.0)),
            (4, Gen.Choose(0, int.MaxValue).Select(part => 20.0 * part / int.MaxValue)),
            (2, Gen.Choose(0, int.MaxValue).Select(part => 400.0 * part / int.MaxValue)),
            (1, Gen.Choose(0, 500_000).Select(days => (double)days)),
            (1, Gen.Choose(0, 80).Select(eighth => Math.Pow(2, eighth / 8.0))));
}
