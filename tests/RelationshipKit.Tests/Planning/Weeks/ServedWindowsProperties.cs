using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

public class ServedWindowsProperties
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 7, 0);

    [Property(MaxTest = 60, Replay = "(6364136223846793005,1442695040888963407)")]
    public Property If_feasibility_says_enough_four_plans_serve_every_window() => Prop.ForAll(
        (from count in Gen.Choose(1, 10)
         from people in (from weeks in Gen.Choose(2, 6) from days in Gen.Choose(0, 50) from circle in Gen.Elements<Circle?>(
             null, Circle.Inner, Circle.Affinity) select (weeks, days, circle))
             .ArrayOf(count)
         from minutes in Gen.Choose(1, 8).Select(touches => 5 * touches)
         select (people, minutes)).ToArbitrary(),
        row =>
        {
            var contacts = row.people.Select((person, i) => new Contact(PlanCaseArbitraries.Id(i), $"c{i}") { Circle = person.circle })
                .ToArray();
            var cadences = contacts.Zip(row.people)
                .Aggregate(
                    CadenceRules.Empty,
                    (rules, pair) => rules.WithOverride(pair.First.Id, Cadence.Every(Period.FromWeeks(pair.Second.weeks), 7)));
            var settings = PlanSettings.Default with { MinutesPerWeek = row.minutes };
            var touchpoints = contacts.Zip(row.people).Select(
                pair =>
                    new Touchpoint(
                        pair.First.Id, AsOf - Duration.FromDays(pair.Second.days + 1), Channel.Message, Direction.Mutual)).ToList();
            var isEnough = Book(contacts, touchpoints, cadences).FeasibilityAt(AsOf, settings).Fits;
            var missed = 0;
            for (var week = 0; week < 4 && isEnough; week++)
            {
                var now = AsOf + Duration.FromDays(7 * week);
                var book = Book(contacts, touchpoints, cadences);
                var plan = book.PlanWeek(now, Monday.PlusWeeks(week), settings);
                var reached = plan.Items.ToDictionary(item => item.Contact.Id, item => item.Day);
                missed += contacts.Count(contact => book.CadenceOf(contact.Id, now).Window!.Value is var window
                    && window.Latest >= Monday.PlusWeeks(week) && window.Latest < Monday.PlusWeeks(week)
                        .PlusDays(5) && !(reached.TryGetValue(contact.Id, out var day) && day <= window.Latest));
                touchpoints.AddRange(
                    plan.Items.Select(
                        item =>
                            new Touchpoint(
                                item.Contact.Id, (item.Day + new LocalTime(12, 0)).InUtc().ToInstant(), item.Channel, Direction.Outgoing)));
            }

            return (missed == 0).Classify(isEnough, "enough");
        });

    private static RelationshipBook Book(Contact[] contacts, IEnumerable<Touchpoint> touchpoints, CadenceRules cadences)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return Books.BookOf.These(DateTimeZone.Utc, contacts, log, cadences.Policy ?? Cadence.Never).WithCadences(cadences).OrThrow();
    }
}
