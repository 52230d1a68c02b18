using RelationshipKit.Validation.Lives;

namespace RelationshipKit.Validation.Report;

/// <summary>A row of a run of the <c>lives</c> command: means over the draws.</summary>
/// <param name="Seed">The network that was lived.</param>
/// <param name="Minutes">The minutes of a week.</param>
/// <param name="Rule">Who filled the weeks: the kit, or a simple rule.</param>
/// <param name="Weighted">The strengths, times 4, 3, 2, 1 by circle, mean of the week ends.</param>
/// <param name="Strength">The strengths, mean of the week ends.</param>
/// <param name="WeightedEnd">The weighted strengths at the end.</param>
/// <param name="StrengthEnd">The strengths at the end.</param>
/// <param name="People">How many were touched.</param>
/// <param name="InnerReached">How many of the inner and close circles were touched once their window had come due.</param>
/// <param name="InnerDue">How many of them had a window that came due.</param>
/// <param name="DatesDue">How many dates could be kept.</param>
/// <param name="DatesKept">How many were.</param>
/// <param name="EmptyWeeks">The weeks without a touch while somebody might have been touched.</param>
/// <param name="WindowsDue">The windows that were served or ended.</param>
/// <param name="WindowsServed">The windows that were served in time.</param>
internal sealed record LivesJson(
    string Seed,
    int Minutes,
    string Rule,
    double Weighted,
    double Strength,
    double WeightedEnd,
    double StrengthEnd,
    double People,
    double InnerReached,
    double InnerDue,
    double DatesDue,
    double DatesKept,
    double EmptyWeeks,
    double WindowsDue,
    double WindowsServed)
{
    public static LivesJson Of(string seed, int minutes, string rule, LifeResult mean) => new(
        seed,
        minutes,
        rule,
        mean.Weighted,
        mean.Strength,
        mean.WeightedEnd,
        mean.StrengthEnd,
        mean.People,
        mean.InnerReached,
        mean.InnerDue,
        mean.DatesDue,
        mean.DatesKept,
        mean.EmptyWeeks,
        mean.WindowsDue,
        mean.WindowsServed);
}
