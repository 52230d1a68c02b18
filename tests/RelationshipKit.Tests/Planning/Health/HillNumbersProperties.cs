using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Planning.Health;

namespace RelationshipKit.Tests.Planning.Health;

[Properties(Replay = "(6364136223846793005,1442695040888963407)")]
public class HillNumbersProperties
{
    // Across the whole range, with zeros and equal ones among them.
    private static readonly Arbitrary<double[]> Weights = Gen.OneOf(
            Gen.Constant(0.0),
            Gen.Choose(1, 5).Select(Convert.ToDouble),
            from exponent in Gen.Choose(-300, 300)
            from thousandths in Gen.Choose(1_000, 9_999)
            select thousandths / 1_000.0 * Math.Pow(10, exponent))
        .ArrayOf()
        .ToArbitrary();

    [Property]
    public Property Numbers_lie_between_one_and_the_number_of_ties() => Prop.ForAll(Weights, weights =>
    {
        var numbers = HillNumbers.Of(weights);
        return numbers.Ties == weights.Count(weight => weight > 0)
            && (numbers.Ties == 0
                ? (numbers.N1, numbers.N2) == (0, 0)
                : 1 <= numbers.N2 && numbers.N2 <= numbers.N1 && numbers.N1 <= numbers.Ties);
    });

    [Property]
    public Property Order_does_not_matter_to_the_bit_for_shares_of_a_network() =>
        Prop.ForAll(Weights, weights => Told.By(HillNumbers.Of(weights)) == Told.By(HillNumbers.Of(weights.Reverse())));

    [Property]
    public Property Scaling_all_weights_changes_nothing() => Prop.ForAll(Weights, weights =>
    {
        var tame = weights.Where(weight => weight is 0 or > 1e-200 and < 1e200).ToArray();
        return Told.By(HillNumbers.Of(tame)) == Told.By(HillNumbers.Of(tame.Select(weight => weight * 1024)));
    });
}
