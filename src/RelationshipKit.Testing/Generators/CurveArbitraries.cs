using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Testing.Generators;

/// <summary>
/// Generators of decay curves: the standard one, one half-life, and mixtures of two to eight, from an hour to a hundred years.
/// </summary>
/// <remarks>For use with <c>[Properties(Arbitrary = [typeof(CurveArbitraries)])]</c>, or with another test framework.</remarks>
public static class CurveArbitraries
{
    private const int LongestHours = 36_525 * 24;

    private static readonly Gen<Duration> HalfLives = Gen.OneOf(
        Gen.Elements(1, 24, LongestHours),
        Gen.Choose(1, 24 * 400),
        Gen.Choose(1, LongestHours)).Select(hours => Duration.FromHours(hours));

    private static readonly Gen<double> Shares = Gen.OneOf(
        Gen.Elements(1, 1e-3, 1e6),
        Gen.Choose(1, 1_000).Select(share => share / 10.0));

    /// <summary>Returns the generator of decay curves.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<DecayCurve> Curves() => Gen.OneOf(
        Gen.Constant(DecayCurve.PowerLaw),
        HalfLives.Select(DecayCurve.HalfLife),
        from count in Gen.Choose(2, DecayCurve.MaxHalfLives)
        from components in (from halfLife in HalfLives from share in Shares select (HalfLife: halfLife, Share: share)).ListOf(count)
        select DecayCurve.Mixture([.. components.DistinctBy(component => component.HalfLife)])).ToArbitrary();
}
