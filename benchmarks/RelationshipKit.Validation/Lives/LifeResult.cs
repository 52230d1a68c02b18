namespace RelationshipKit.Validation.Lives;

/// <summary>What lives were worth; of one, or the mean of several.</summary>
internal sealed record LifeResult(
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
    public static LifeResult Mean(IReadOnlyCollection<LifeResult> lives) => new(
        lives.Average(life => life.Weighted),
        lives.Average(life => life.Strength),
        lives.Average(life => life.WeightedEnd),
        lives.Average(life => life.StrengthEnd),
        lives.Average(life => life.People),
        lives.Average(life => life.InnerReached),
        lives.Average(life => life.InnerDue),
        lives.Average(life => life.DatesDue),
        lives.Average(life => life.DatesKept),
        lives.Average(life => life.EmptyWeeks),
        lives.Average(life => life.WindowsDue),
        lives.Average(life => life.WindowsServed));
}
