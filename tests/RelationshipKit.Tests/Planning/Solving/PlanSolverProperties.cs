using FsCheck.Xunit;
using RelationshipKit.Planning.Solving;

namespace RelationshipKit.Tests.Planning.Solving;

[Properties(Arbitrary = [typeof(PlanProblemArbitraries)], Replay = "(6364136223846793005,1442695040888963407)")]
public class PlanSolverProperties
{
    private const double Rounding = 1e-9;

    [Property(MaxTest = 2_000)]
    public void A_choice_for_a_few_is_the_best_of_all(PlanRow[] rows, PlanLimits limits)
    {
        var problem = PlanProblemArbitraries.ProblemOf(rows, limits);
        var solution = PlanSolver.Solve(problem);

        Assert.Equal(PlanProblemArbitraries.BestOf(problem), solution.Gain, Rounding);
        Assert.Equal(solution.Gain, solution.UpperBound);
        AssertKept(problem, solution);
    }

    [Property]
    public void The_bound_of_a_choice_for_many_is_not_below_the_best(PlanRow[] rows, PlanLimits limits)
    {
        var problem = PlanProblemArbitraries.ProblemOf(rows, limits);
        var solution = PlanSolver.SolveNearly(problem);
        var best = PlanProblemArbitraries.BestOf(problem);

        Assert.InRange(solution.UpperBound, best - Rounding, double.MaxValue);
        Assert.InRange(solution.Gain, best / 2, best + Rounding);
        AssertKept(problem, solution);
    }

    [Property]
    public void More_minutes_never_lower_the_gain(PlanRow[] rows, PlanLimits limits, byte moreAWeek, byte moreADay)
    {
        var larger = limits with { WeekMinutes = limits.WeekMinutes + (moreAWeek % 12), DayMinutes = limits.DayMinutes + (moreADay % 12) };

        foreach (var solve in (Func<PlanProblem, PlanSolution>[])[PlanSolver.Solve, PlanSolver.SolveNearly])
        {
            var (less, more) =
                (solve(PlanProblemArbitraries.ProblemOf(rows, limits)).Gain, solve(PlanProblemArbitraries.ProblemOf(rows, larger)).Gain);
            Assert.True(more >= less - Rounding, $"{limits} gains {less}, {larger} gains {more}");
        }
    }

    [Property]
    public void Any_prices_bound_the_best_choice(PlanRow[] rows, PlanLimits limits, byte gain)
    {
        // Found for some gain, right or wrong.
        var problem = PlanProblemArbitraries.ProblemOf(rows, limits);
        var prices = PlanPrices.Find(problem, gain / 64.0);

        Assert.InRange(
            prices.BoundOf(problem, problem.People.Sum(prices.WorthOf), limits.WeekMinutes, limits.DayMinutes),
            PlanProblemArbitraries.BestOf(problem) - Rounding, double.MaxValue);
    }

    private static void AssertKept(PlanProblem problem, PlanSolution solution)
    {
        var taken = problem.People.Zip(solution.Chosen).Where(
            pair => pair.Second >= 0).Select(pair => (Person: pair.First, Option: pair.First.Options[pair.Second])).ToArray();
        var parts = taken.SelectMany(pair => pair.Option.Parts).ToArray();

        Assert.Equal(taken.Sum(pair => pair.Option.Gain), solution.Gain, Rounding);
        Assert.InRange(parts.Sum(part => part.Minutes), 0, problem.WeekMinutes);
        Assert.All(
            parts.GroupBy(part => part.Day),
            day => Assert.True(day.Sum(part => part.Minutes) <= problem.DayMinutes && day.Count() <= problem.MostPerDay));
        Assert.All(
            taken.SelectMany(pair => pair.Person.Groups).GroupBy(group => group),
            group => Assert.InRange(group.Count(), 0, problem.GroupCaps[group.Key]));
    }
}
