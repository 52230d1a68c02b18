using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Planning.Workload;
using RelationshipKit.Tests.Planning.Weeks;

namespace RelationshipKit.Tests.Planning.Workload;

[Properties(Arbitrary = [typeof(PlanCaseArbitraries)], MaxTest = 20, Replay = "(6364136223846793005,1442695040888963407)")]
public class FeasibilityProperties
{
    [Property]
    public void Each_change_alone_makes_the_budget_do(PlanCase week)
    {
        var settings = PlanSettings.Default with { MinutesPerWeek = week.Settings.MinutesPerWeek / 4 };
        var whole = week.Book.FeasibilityAt(week.AsOf, settings);
        Assert.Equal(whole.Fits, whole.Relaxations.IsEmpty);
        foreach (var change in whole.Relaxations)
        {
            // Each contact by itself: what is changed for some leaves the others as they were.
            var left = whole.Demands.Sum(
                demand => change.Contacts.Contains(demand.Contact.Id) ? LeftOf(demand, change) : demand.MinutesPerWeek);

            Assert.InRange(left, 0, settings.MinutesPerWeek + 1e-6);
            Assert.Equal(whole.MinutesPerWeek - left, change.SavesMinutes, 1e-6);
        }

        double LeftOf(CadenceDemand demand, Relaxation change) =>
            change.Change.Days is not { } days ? 0
            : (week with
            {
                Contacts = [demand.Contact],
                Cadences = week.Cadences with { Policy = Cadence.AtLeast(week.Cadences.Policy!, Period.FromDays(days)) },
            }).Book.FeasibilityAt(week.AsOf, settings).MinutesPerWeek;
    }

    [Property]
    public void The_whole_is_the_sum_of_what_each_asks_for_in_any_order(PlanCase week, int seed)
    {
        var contacts = week.Contacts.ToArray();
        new Random(seed).Shuffle(contacts);
        var whole = Feasibility.Of(contacts, week.Book.Touchpoints, week.Book.Scorer, week.Cadences, week.Settings, week.AsOf);
        var alone = week.Contacts.OrderBy(contact => contact.Id)
            .Select(contact => (week with { Contacts = [contact] }).Book.FeasibilityAt(week.AsOf, week.Settings).Demands[0]);

        Assert.Equal(
            alone.Select(demand => $"{demand.Contact.Id} {demand.TouchesPerWeek:R} {demand.MinutesPerWeek:R}"),
            whole.Demands.Select(demand => $"{demand.Contact.Id} {demand.TouchesPerWeek:R} {demand.MinutesPerWeek:R}"));
    }
}
