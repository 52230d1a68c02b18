using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

[Properties(Arbitrary = [typeof(ElsewhereEffectProperties)])]
public class ElsewhereEffectProperties
{
    private static readonly Gen<double> Probability = Gen.OneOf(Gen.Elements(0.0, 1, 1e-300, 1 - 1e-16), Gen.Choose(0, 1_000_000).Select(k => k / 1e6));

    // From a second to an age of the world, and nobody else.
    private static readonly Gen<double> Silence = Gen.OneOf(Gen.Elements(0.0, 1, 1e12, double.PositiveInfinity), Gen.Choose(-50, 120).Select(k => Math.Pow(2, k / 10.0)));

    public static Arbitrary<ElsewhereOutcome[]> Outcomes() =>
        (from contactWithin in Probability from silentDays in Silence from wasInTouch in Gen.Elements(true, false) select ElsewhereOutcome.Of(contactWithin, silentDays, wasInTouch))
        .ArrayOf().ToArbitrary();

    [Property]
    public Property Silence_elsewhere_never_makes_contact_likelier(ElsewhereOutcome[] past) =>
        Prop.ForAll(Probability.ToArbitrary(), Silence.ToArbitrary(), Silence.ToArbitrary(), (contactWithin, one, other) =>
        {
            var effect = ElsewhereEffect.FittedTo(past);
            return double.IsInfinity(one) || double.IsInfinity(other)
                || effect.Adjusted(contactWithin, Math.Max(one, other)) <= effect.Adjusted(contactWithin, Math.Min(one, other)) + 1e-15;
        });

    [Property]
    public Property Adjusted_forecasts_still_chain(ElsewhereOutcome[] past) =>
        Prop.ForAll(Probability.ToArbitrary(), Probability.ToArbitrary(), Silence.ToArbitrary(), (first, second, silentDays) =>
        {
            var effect = ElsewhereEffect.FittedTo(past);
            var both = effect.Adjusted(1 - ((1 - first) * (1 - second)), silentDays);
            return Math.Abs((1 - both) - ((1 - effect.Adjusted(first, silentDays)) * (1 - effect.Adjusted(second, silentDays)))) <= 1e-9;
        });

    [Property]
    public Property Adjusting_keeps_the_order_of_ties_and_the_bounds(ElsewhereOutcome[] past) =>
        Prop.ForAll(Probability.ToArbitrary(), Probability.ToArbitrary(), Silence.ToArbitrary(), (one, other, silentDays) =>
        {
            var effect = ElsewhereEffect.FittedTo(past);
            var (lower, upper) = (effect.Adjusted(Math.Min(one, other), silentDays), effect.Adjusted(Math.Max(one, other), silentDays));
            return lower >= 0 && upper <= 1 && lower <= upper;
        });

    [Property]
    public Property The_order_of_outcomes_changes_no_bit(ElsewhereOutcome[] past) =>
        Prop.ForAll(Gen.Shuffle(past).ToArbitrary(), shuffled => ElsewhereEffect.FittedTo(shuffled).Equals(ElsewhereEffect.FittedTo(past)));

    [Property]
    public bool As_much_contact_is_expected_as_before(ElsewhereOutcome[] past)
    {
        // What is certain either way cannot be moved, and must not be asked to make up for the rest.
        var open = Array.FindAll(past, outcome => outcome.ContactWithin is > 0.01 and < 0.99);
        var factors = ElsewhereEffect.FittedTo(open).Factors;

        double Expected(Func<int, double> factorOf) => open.Sum(outcome => 1 - Math.Pow(1 - outcome.ContactWithin, factorOf(BinOf(outcome.SilentDays))));

        return Math.Abs(Expected(bin => factors[bin]) - Expected(_ => 1)) <= 1e-9 * (1 + open.Length);
    }

    // Bin j ends where j + 1 doublings of a day do.
    private static int BinOf(double silentDays) =>
        double.IsInfinity(silentDays) ? 9 : Enumerable.Range(0, 9).First(bin => bin == 8 || 1 + silentDays < Math.Pow(2, bin + 1));
}
