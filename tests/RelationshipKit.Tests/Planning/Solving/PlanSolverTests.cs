using RelationshipKit.Planning.Solving;

namespace RelationshipKit.Tests.Planning.Solving;

public class PlanSolverTests
{
    [Fact]
    public void Solve_Nobody_GainsNothing()
    {
        var problem = new PlanProblem([], 90, 45, 2, []);

        Assert.Equal((0, 0), (PlanSolver.Solve(problem).Gain, PlanSolver.SolveNearly(problem).UpperBound));
    }

    [Fact]
    public void Solve_TheDensestFirst_IsNotTheBest()
    {
        // 10 minutes: the densest takes 6 and leaves 4 to nobody; the other two take 5 each.
        var problem = new PlanProblem([One(0.7, 6), One(0.5, 5), One(0.5, 5)], 10, 10, 2, []);

        var solution = PlanSolver.Solve(problem);

        Assert.Equal([-1, 0, 0], solution.Chosen);
        Assert.Equal((1, 1), (solution.Gain, solution.UpperBound));
    }

    [Fact]
    public void Solve_TwoWhoWantTheSameDay_AreSpread()
    {
        var problem = new PlanProblem([Two(1, 0.75), Two(1, 0.5)], 90, 45, 1, []);

        var solution = PlanSolver.Solve(problem);

        Assert.Equal([1, 0], solution.Chosen);
        Assert.Equal(1.75, solution.Gain);

        static PlanPerson Two(double monday, double tuesday) =>
            new([new PlanOption(monday, new PlanPart(0, 5)), new PlanOption(tuesday, new PlanPart(1, 5))]);
    }

    [Fact]
    public void Solve_ATie_GoesToTheEarlierPerson() =>
        Assert.Equal([0, -1], PlanSolver.Solve(new PlanProblem([One(1, 5), One(1, 5)], 5, 5, 2, [])).Chosen);

    [Fact]
    public void Solve_AGroupThatIsFull_LeavesThePlaceToOthers() =>
        Assert.Equal([0, -1, 0], PlanSolver.Solve(new PlanProblem([One(1, 5, 0), One(0.75, 5, 0), One(0.5, 5)], 90, 45, 2, [1])).Chosen);

    [Fact]
    public void Solve_ThirtyPeople_IsWithinATenthOfTheBound()
    {
        // Each a different size and gain, on three days; worked by the bound alone.
        var people = Enumerable.Range(0, 30)
            .Select(
                i => new PlanPerson(
                    [.. Enumerable.Range(0, 3)
                        .Select(day => new PlanOption(0.25 + ((i * 7 % 30) / 40.0) - (day / 50.0), new PlanPart(day, 5 * (1 + (i % 4)))))]))
            .ToArray();

        var solution = PlanSolver.Solve(new PlanProblem(people, 90, 45, 4, []));

        Assert.InRange(solution.Gain, 0.9 * solution.UpperBound, solution.UpperBound);
    }

    private static PlanPerson One(double gain, int minutes, params int[] groups) =>
        new([new PlanOption(gain, new PlanPart(0, minutes))], groups);
}
