using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RelationshipKit.Testing;

/// <summary>Two ages, one after the other: what a law asks a curve about.</summary>
internal sealed record CurveAges(Duration First, Duration Second)
{
    private const int Parts = 1_000_003;

    public Duration Sum => First + Second;

    /// <summary>Ages from none to far beyond all half-lives, to the microsecond.</summary>
    public static Gen<CurveAges> Any(ICurve curve)
    {
        var age =
            from span in Gen.Elements(
                Duration.Zero, Duration.FromSeconds(1), curve.ShortestHalfLife, curve.LongestHalfLife, curve.LongestHalfLife * 30)
            from part in Gen.Choose(0, Parts)
            select ToMicroseconds(Duration.FromDays(span.TotalDays * part / Parts));
        return from first in age from second in age select new CurveAges(first, second);
    }

    /// <summary>No age, a day, whole days, half of them.</summary>
    public IEnumerable<CurveAges> Plainer() =>
        [
            .. Plainer(Second).Select(second => this with { Second = second }),
            .. Plainer(First).Select(first => this with { First = first })
        ];

    public override string ToString() => $"an age of {Text(First)}, and {Text(Second)} later";

    private static IEnumerable<Duration> Plainer(Duration age) =>
        new[] { Duration.Zero, Duration.FromDays(1), Duration.FromDays(age.Days), Duration.FromDays(age.Days / 2) }.Distinct()
            .Where(plainer => plainer < age);

    private static Duration ToMicroseconds(Duration age) => Duration.FromTicks(age.BclCompatibleTicks / 10 * 10);

    private static string Text(Duration age) => NodaTime.Text.DurationPattern.Roundtrip.Format(age);
}
