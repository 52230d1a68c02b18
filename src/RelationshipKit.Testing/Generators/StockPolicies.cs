using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Testing.Generators;

/// <summary>Stock policies of every kind, nested in each other.</summary>
internal static class StockPolicies
{
    private static readonly Gen<Period> Periods =
        Gen.Elements(
            Period.FromDays(1), Period.FromDays(10), Period.FromWeeks(3), Period.FromMonths(1), Period.FromMonths(7), Period.FromYears(1));

    public static Gen<ICadencePolicy> Any(int depth) => Of(depth, isSteady: false);

    // All but those that learn, wait for answers, or answer.
    public static Gen<ICadencePolicy> Steady(int depth) => Of(depth, isSteady: true);

    private static Gen<ICadencePolicy> Of(int depth, bool isSteady) =>
        depth == 0 ? Gen.OneOf(Leaves(isSteady))
            : Gen.Frequency((1, Gen.OneOf(Leaves(isSteady))), (1, Gen.OneOf(Nodes(Of(depth - 1, isSteady), isSteady))));

    private static List<Gen<ICadencePolicy>> Leaves(bool isSteady)
    {
        List<Gen<ICadencePolicy>> leaves =
        [
            Gen.Constant(Cadence.Never),
            Periods.Select(period => Cadence.Every(period)),
            Periods.Select(period => Cadence.Every(period, 2)),
            Gen.Elements(Cadence.Weekly(IsoDayOfWeek.Monday), Cadence.Weekly(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Sunday)),
            Periods.Select(period => Cadence.Fixed(new LocalDate(2026, 1, 31), period)),
            Gen.Choose(0, 20).Select(days => Cadence.Occasions(days)),
            Gen.Constant(Cadence.ByCircle()),
            Gen.Elements(0.02, 0.3).Select(level => Cadence.WhenStrengthFallsTo(Strength.FromValue(level), 3, 200)),
        ];
        if (!isSteady)
        {
            leaves.Add(Gen.Constant(Cadence.ReplyOwed()));
            leaves.Add(Gen.Constant(Cadence.FromRhythm(5, 50)));
        }

        return leaves;
    }

    private static List<Gen<ICadencePolicy>> Nodes(Gen<ICadencePolicy> part, bool isSteady)
    {
        var parts = from one in part from other in part select (One: one, Other: other);
        List<Gen<ICadencePolicy>> nodes =
        [
            parts.Select(two => Cadence.Soonest(two.One, two.Other)),
            from inner in part from period in Periods select Cadence.AtLeast(inner, period),
            from inner in part from period in Periods select Cadence.AtMost(inner, period),
            part.Select(inner => Cadence.Between(inner, new AnnualDate(11, 3), new AnnualDate(2, 29))),
            from inner in part from days in Gen.Choose(1, 20) select Cadence.Jitter(inner, days),
            part.Select(inner => Cadence.NotOn(inner, IsoDayOfWeek.Sunday)),
            part.Select(inner => Cadence.For(ContactSelector.In(Circle.Close), inner)),
            part.Select(inner => Cadence.Unless(inner, ContactSelector.Tagged("alumni"))),
            part.Select(inner => Cadence.Counting(inner, TouchpointFilter.Rich)),
            Gen.Elements(Cadence.Never, Cadence.Every(Period.FromDays(1)), Cadence.Weekly(IsoDayOfWeek.Monday))
                .Select(inner => Cadence.Ladder(inner, Period.FromDays(2), Period.FromDays(14))),
        ];
        if (!isSteady)
        {
            nodes.Add(parts.Select(two => Cadence.Latest(two.One, two.Other)));
            nodes.Add(parts.Select(two => Cadence.First(two.One, two.Other)));
            nodes.Add(part.Select(inner => Cadence.BackOff(inner, 1.5)));
        }

        return nodes;
    }
}
