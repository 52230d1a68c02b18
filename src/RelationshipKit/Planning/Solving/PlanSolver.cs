namespace RelationshipKit.Planning.Solving;

/// <summary>Chooses options: the best choice for a few people, a good one with its bound for many.</summary>
/// <remarks>
/// <para>
/// Up to <see cref="MostPeopleExact"/> people the choice is the best there is. Beyond, it is the best that <see cref="PlanGreedy"/> finds
/// within any budget of minutes a week and a day that is not larger, so that a larger budget never lowers the gain. Smaller budgets that
/// cannot improve the choice, by the bound, are left out. Budgets go in steps of the greatest common divisor of all minutes, because no
/// choice uses anything in between. Past 32 steps they grow with the budget: 16 steps from one power of two to the next.
/// </para>
/// <para>Ties go to the earlier person and the earlier option, so that the same problem always gives the same choice.</para>
/// </remarks>
internal static class PlanSolver
{
    public const int MostPeopleExact = 8;

    private const int LevelsPerDoubling = 16;

    // Sums of a few gains are exact to far less than this.
    private const double Rounding = 1e-9;

    public static PlanSolution Solve(PlanProblem problem) =>
        problem.People.Length <= MostPeopleExact ? SolveExactly(problem) : SolveNearly(problem);

    public static PlanSolution SolveExactly(PlanProblem problem)
    {
        var start = new PlanGreedy(problem).Run(problem.WeekMinutes, problem.DayMinutes);
        var prices = PlanPrices.Find(problem, problem.GainOf(start));
        var chosen = new PlanEnumeration(problem, prices, problem.GainOf(start)).Run();
        var gain = problem.GainOf(chosen);
        return new PlanSolution(chosen, gain, gain);
    }

    public static PlanSolution SolveNearly(PlanProblem problem)
    {
        if (problem.People.Length == 0)
        {
            return new PlanSolution([], 0, 0);
        }

        var shortlist = PlanShortlist.Of(problem);
        var small = problem with { People = [.. shortlist.Select(i => problem.People[i])] };
        var step = StepOf(small);
        var (topWeek, topDay) = (Level(MostMinutes(small), step), Level(MostMinutesADay(small), step));
        var greedy = new PlanGreedy(small);
        var best = greedy.Run(topWeek, topDay);
        var gain = small.GainOf(best);
        var prices = PlanPrices.Find(small, gain);
        var worth = small.People.Sum(prices.WorthOf);
        var days = small.People.SelectMany(
            person => person.Options).SelectMany(option => option.Parts).Select(part => part.Day).Distinct().Count();
        for (var week = topWeek; week > 0 && CanLead(week, topDay); week = Level(week - 1, step))
        {
            for (var day = topDay; day > 0 && CanLead(Math.Min(week, day * days), day); day = Level(day - 1, step))
            {
                if (small.GainOf(greedy.Run(week, day)) is var other && other > gain)
                {
                    (best, gain) = (greedy.Run(week, day), other);
                }
            }
        }

        var chosen = new int[problem.People.Length];
        Array.Fill(chosen, -1);
        for (var i = 0; i < shortlist.Length; i++)
        {
            chosen[shortlist[i]] = best[i];
        }

        // The bound is over everybody, not only over the shortlist.
        var bound = prices.BoundOf(problem, problem.People.Sum(prices.WorthOf), problem.WeekMinutes, problem.DayMinutes);
        return new PlanSolution(chosen, gain, Math.Max(gain, bound));

        bool CanLead(int week, int day) => prices.BoundOf(small, worth, week, day) + (Rounding * (1 + gain)) > gain;
    }

    private static int StepOf(PlanProblem problem)
    {
        var step = 0;
        foreach (var part in problem.People.SelectMany(person => person.Options).SelectMany(option => option.Parts))
        {
            var (a, b) = (step, part.Minutes);
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            step = a;
        }

        return Math.Max(1, step);
    }

    // The largest level that is not above. Levels do not depend on the budget, so that those of a smaller one are among those of a larger
    // one.
    private static int Level(long minutes, int step)
    {
        var (steps, coarser) = (minutes / step, 1L);
        while (steps / coarser >= 2 * LevelsPerDoubling)
        {
            coarser *= 2;
        }

        return (int)(steps / coarser * coarser * step);
    }

    // More than all options together cannot be used.
    private static long MostMinutes(PlanProblem problem) =>
        Math.Min(problem.WeekMinutes, problem.People.Sum(person => person.Options.Max(option => (long)option.Minutes)));

    private static long MostMinutesADay(PlanProblem problem) => Math.Min(
        problem.DayMinutes,
        problem.MostPerDay * (long)problem.People.Max(person => person.Options.Max(option => option.Parts.Max(part => part.Minutes))));
}
