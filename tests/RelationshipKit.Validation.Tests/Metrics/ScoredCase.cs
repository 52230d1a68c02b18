using FsCheck;
using FsCheck.Fluent;

namespace RelationshipKit.Validation.Tests.Metrics;

/// <summary>Probabilities, what happened, and how often each counts; coarse on purpose, so that scores are often equal.</summary>
public sealed record ScoredCase(double[] Scores, bool[] Outcomes, int[] Counts)
{
    public static Arbitrary<ScoredCase> Any() => Arb.From(
        from size in Gen.Choose(1, 40)
        from steps in Gen.Elements(1, 4, 1_000)
        from scores in Gen.Choose(0, steps).Select(k => (double)k / steps).ArrayOf(size)
        from outcomes in Gen.Elements(true, false).ArrayOf(size)
        from counts in Gen.Choose(0, 3).ArrayOf(size)
        select new ScoredCase(scores, outcomes, counts));
}
