using FsCheck;
using FsCheck.Fluent;
using RelationshipKit.Planning.Solving;

namespace RelationshipKit.Tests.Planning.Solving;

/// <summary>
/// Small problems of choosing touches, tight and ample, with ties and groups, that a search through all choices still gets through.
/// </summary>
public static class PlanProblemArbitraries
{
    internal const int Days = 3;

    public static Arbitrary<PlanRow[]> Rows() => Arb.From(
        from rows in Row().ListOf(5)
        from count in Gen.Choose(0, 5)
        select rows.Take(count).ToArray());

    public static Arbitrary<PlanLimits> Limits() => Arb.From(
        from week in Gen.Choose(0, 90)
        from day in Gen.Choose(0, 50)
        from touches in Gen.Choose(1, 3)
        from cap in Gen.Choose(0, 3)
        select new PlanLimits(week, day, touches, cap));

    internal static PlanProblem ProblemOf(PlanRow[] rows, PlanLimits limits) => new(
        [.. rows.Select(row => new PlanPerson(
            [.. row.Options.Select(option => new PlanOption(option.Gain, option.SecondMinutes > 0
                ? [new PlanPart(option.Day, option.Minutes), new PlanPart(Days, option.SecondMinutes)]
                : [new PlanPart(option.Day, option.Minutes)]))],
            row.Group < 0 ? [] : [row.Group]))],
        limits.WeekMinutes,
        limits.DayMinutes,
        limits.MostPerDay,
        [limits.Cap, 2]);

    /// <summary>Searches all choices.</summary>
    internal static double BestOf(PlanProblem problem, int person = 0, PlanUsage? usage = null)
    {
        usage ??= new PlanUsage(problem);
        if (person == problem.People.Length)
        {
            return 0;
        }

        var best = BestOf(problem, person + 1, usage);
        var own = problem.People[person];
        foreach (var option in own.Options)
        {
            if (usage.HasRoomForOne(own) && usage.HasTimeFor(option))
            {
                usage.Add(own, option);
                best = Math.Max(best, option.Gain + BestOf(problem, person + 1, usage));
                usage.Remove(own, option);
            }
        }

        return best;
    }

    private static Gen<PlanRow> Row() =>
        from options in Option().ListOf(5)
        from count in Gen.Choose(1, 5)
        from @group in Gen.Choose(-1, 1)
        select new PlanRow([.. options.Take(count)], @group);

    private static Gen<PlanRowOption> Option() =>
        from gain in Gen.Choose(1, 40)
        from day in Gen.Choose(0, Days - 1)
        from minutes in Gen.Elements(5, 5, 7, 10, 20, 45)
        from second in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Elements(5, 20)))
        select new PlanRowOption(gain / 16.0, day, minutes, second);
}

/// <summary>Somebody's options and group; -1 for none.</summary>
public sealed record PlanRow(PlanRowOption[] Options, int Group)
{
    public override string ToString() => $"group {Group}: {string.Join(", ", Options.Select(option => option.ToString()))}";
}

/// <summary>One option; without a second part if that takes no minutes.</summary>
public sealed record PlanRowOption(double Gain, int Day, int Minutes, int SecondMinutes);

/// <summary>The limits of a problem.</summary>
public sealed record PlanLimits(int WeekMinutes, int DayMinutes, int MostPerDay, int Cap);
