using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Weeks;

/// <summary>
/// The weeks over which a plan counts what a touch adds, and how much of a touch and of its answer is left then: the same for everybody.
/// </summary>
internal sealed class PlanHorizon
{
    public const int Weeks = 8;

    public static readonly Duration AnswersAfter = Duration.FromHours(20);

    // The middle of each week stands for it.
    private static readonly Duration[] Middles = [.. Enumerable.Range(0, Weeks).Select(week => Duration.FromDays((7 * week) + 3.5))];

    public PlanHorizon(RelationshipScorer scorer)
    {
        OfTouch = Array.ConvertAll(Middles, age => DensityAt(age));
        OfAnswer = Array.ConvertAll(Middles, age => DensityAt(age - AnswersAfter));

        double DensityAt(Duration age) =>
            scorer.Fold.Curve.DensityAt(age.ToInt64Nanoseconds() / 1_000 / (double)SupportedTime.MicrosPerDay);
    }

    /// <summary>Gets the density of a touch in the middle of each week after it.</summary>
    public double[] OfTouch { get; }

    /// <summary>Gets the density of its answer then.</summary>
    public double[] OfAnswer { get; }

    /// <summary>Returns the instants in the middle of the weeks after a touch.</summary>
    public static Instant[] After(Instant touch) => Array.ConvertAll(Middles, age => touch + age);
}
