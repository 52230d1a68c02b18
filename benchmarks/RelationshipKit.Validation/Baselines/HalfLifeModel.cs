using RelationshipKit.Numerics;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>Contact-days that fade with one half-life, the one that ranks best on the training cuts.</summary>
/// <remarks>Best is the highest mean AUC over the training cuts; of equal ones the shortest.</remarks>
internal sealed class HalfLifeModel : ITieModel
{
    private static readonly double[] HalfLivesInDays = [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365];

    public string Name => "half-life";

    public bool GivesProbabilities => false;

    public double[] Score(ForecastTask task)
    {
        var best = HalfLivesInDays.MaxBy(days => task.Training.Average(cut => AucOf(cut, days)));
        return Masses(task.Eligible, best);
    }

    private static double AucOf(LabelledCut cut, double halfLifeDays) =>
        new ScoredOutcomes(Masses(cut.Eligible, halfLifeDays), [.. cut.Outcomes], areProbabilities: false).Measure().Auc ?? 0.5;

    private static double[] Masses(IReadOnlyList<TieHistory> ties, double halfLifeDays) =>
        [.. ties.Select(tie => MassOf(tie, halfLifeDays))];

    // The logarithm of the mass: it ranks alike, and a mass of long ago does not vanish into 0.
    private static double MassOf(TieHistory tie, double halfLifeDays)
    {
        var mass = 0.0;
        var last = tie.Days[^1].LastSeconds;
        foreach (var day in tie.Days)
        {
            mass += Elementary.Exp2(-TieHistory.DaysBetween(day.LastSeconds, last) / halfLifeDays);
        }

        return Elementary.Log(mass) - (tie.ElapsedDays / halfLifeDays * Elementary.Ln2);
    }
}
