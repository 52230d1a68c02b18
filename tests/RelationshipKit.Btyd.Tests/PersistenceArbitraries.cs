using FsCheck;
using FsCheck.Fluent;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd.Tests;

/// <summary>Models, histories and horizons over their whole domain, ends included.</summary>
internal static class PersistenceArbitraries
{
    public static Arbitrary<RepeatHistory> Histories { get; } =
        (from repeats in Gen.Frequency(
            (6, Gen.Choose(0, 40)), (2, Gen.Elements(0, 1, 2, 10_000, 29_220)), (1, Gen.Elements(1_000_000, 10_000_000)))
         from age in Gen.Frequency((8, Spread(1e-2, 3e4)), (2, Gen.Elements(0, 1e-9, 29_220, 1e10)))
         from share in Gen.Frequency(
             (6, Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1e6)), (2, Gen.Elements(0, 1, 0.999999999)))
         select RepeatHistory.FromDays(repeats, repeats == 0 ? 0 : age * share, age)).ToArbitrary();

    public static Arbitrary<double> Horizons { get; } =
        Gen.Frequency((8, Spread(1e-3, 1e4)), (2, Gen.Elements(0, 1e-12, 30, 1e10))).ToArbitrary();

    public static Arbitrary<IPersistenceModel> Models { get; } = Gen.OneOf(
        Of((r, alpha, a, b) => BgNbd.FromParameters(r, alpha, a, b)),
        Of((r, alpha, a, b) => BgNbd.FromParameters(r, alpha, a, b, isModified: true)), Pareto)
        .ToArbitrary();

    /// <summary>Gets two horizons.</summary>
    public static Arbitrary<(double First, double Second)> HorizonPairs { get; } =
        (from first in Horizons.Generator from second in Horizons.Generator select (first, second)).ToArbitrary();

    private static Gen<double> Shapes => Gen.Frequency((8, Spread(0.02, 50)), (1, Gen.Elements(1.0, 2)), (1, Gen.Elements(1e-4, 1e4)));

    private static Gen<double> Scales => Gen.Frequency((9, Spread(0.01, 1e4)), (1, Gen.Elements(1e-12, 1, 1e14)));

    private static Gen<IPersistenceModel> Pareto =>
        from r in Shapes
        from alpha in Scales
        from s in Shapes
        from beta in Gen.OneOf(Scales, Gen.Constant(alpha))
        select (IPersistenceModel)ParetoNbd.FromParameters(r, alpha, s, beta);

    /// <summary>The same model in a unit of time so many times shorter.</summary>
    public static IPersistenceModel InUnit(IPersistenceModel model, double factor) => model switch
    {
        BgNbd bg => BgNbd.FromParameters(bg.R, bg.AlphaDays * factor, bg.A, bg.B, bg.IsModified),
        ParetoNbd pareto => ParetoNbd.FromParameters(pareto.R, pareto.AlphaDays * factor, pareto.S, pareto.BetaDays * factor),
        _ => throw new ArgumentOutOfRangeException(nameof(model)),
    };

    /// <summary>The history of the same tie so much later, without contact in between.</summary>
    public static RepeatHistory After(RepeatHistory history, double days) =>
        RepeatHistory.FromDays(history.Repeats, history.LastDays, Math.Min(1e10, history.AgeDays + days));

    private static Gen<IPersistenceModel> Of<T>(Func<double, double, double, double, T> make)
        where T : IPersistenceModel =>
        from r in Shapes
        from alpha in Scales
        from a in Shapes
        from b in Shapes
        select (IPersistenceModel)make(r, alpha, a, b);

    // Evenly on the scale of logarithms.
    private static Gen<double> Spread(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(step => low * Elementary.Exp(step / 1e6 * Elementary.Log(high / low)));
}
