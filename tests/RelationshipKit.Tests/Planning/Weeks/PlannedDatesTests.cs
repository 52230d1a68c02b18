using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

/// <summary>Weeks in which more is wanted than there is room for: what goes first.</summary>
public class PlannedDatesTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 7, 0);
    private static readonly Contact Ada =
        new("ada", "Ada") { Circle = Circle.Inner, Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 5))] };

    [Fact]
    public void Plan_ABirthdayAfterADayOfTheMonth_KeepsTheBirthday()
    {
        // One touch a week: on Monday it would be too early to congratulate, and the day of the month comes again in April.
        var rules = new CadenceRules
        {
            Policy = Cadence.Soonest(Cadence.Fixed(new LocalDate(2026, 1, 2), Period.FromMonths(1)), Cadence.Occasions(0, 3))
        };
        var book = Book([Ada], [Touch(Ada, 40)], rules);
        Assert.Equal(
            [new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 5)], book.CadenceOf(Ada.Id, AsOf).Dates.Take(2).Select(date => date.On));

        var item = Assert.Single(book.PlanWeek(AsOf, Monday).Items);

        Assert.Equal(
            (new LocalDate(2026, 3, 5), Gesture.Congratulate, PlanReasonCode.Occasion), (item.Day, item.Gesture, item.Reason.Code));
    }

    // A birthday on a Thursday; the first day after it on which the owner does such things is Friday.
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Plan_ADate_IsNeverAfterItsGrace(int graceDays, bool isKept)
    {
        var settings = PlanSettings.Default with { WorkingDays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Friday] };

        var plan = Book([Ada], [Touch(Ada, 4)], new CadenceRules { Policy = Cadence.Occasions(0, graceDays) })
            .PlanWeek(AsOf, Monday, settings);

        Assert.Equal(isKept ? [new LocalDate(2026, 3, 6)] : [], plan.Items.Select(item => item.Day));
    }

    [Fact]
    public void Plan_RoomForOneDate_KeepsTheOccasion()
    {
        var own = new Contact("aaa", "A");
        var rules = new CadenceRules { Policy = Cadence.Occasions(0, 3) }.WithOverride(
            own.Id, Cadence.Fixed(new LocalDate(2026, 1, 5), Period.FromMonths(1)));

        var plan = Book([own, Ada], [Touch(own, 40), Touch(Ada, 40)], rules)
            .PlanWeek(AsOf, Monday, PlanSettings.Default with { MinutesPerWeek = 5 });

        Assert.Equal(Ada.Id, Assert.Single(plan.Items).Contact.Id);
        Assert.Equal(PlanReasonCode.BudgetSpent, Assert.Single(plan.LeftOut).Because.Code);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(9, false)]
    public void Plan_OfTheInnerCircleAndNotPossibleNextWeek_ComesThisWeek(int awayInWeek, bool isPlanned)
    {
        // A tie that a message hardly moves, against many that it does: there is room for one touch.
        var inner = Ada with { Occasions = [] };
        Contact[] others = [.. Enumerable.Range(0, 20).Select(i => new Contact(ContactId.FromValue($"z{i:00}"), "Z"))];
        Touchpoint[] touches =
        [
            .. Enumerable.Range(0, 12).Select(week => Touch(inner, 27 + (7 * week), Channel.InPerson)),
            .. others.SelectMany(other => new[] { Touch(other, 50), Touch(other, 90) })
        ];
        var away = Monday.PlusWeeks(awayInWeek - 1);
        var rules = new CadenceRules
        {
            Policy = Cadence.Every(Period.FromWeeks(4), 7),
            Suspensions = [Suspension.OutOfOffice(null, away, away.PlusDays(7))]
        };

        var plan = Book([inner, .. others], touches, rules).PlanWeek(AsOf, Monday, PlanSettings.Default with { MinutesPerWeek = 10 });

        Assert.Equal(isPlanned, plan.Items.Any(item => item.Contact.Id == inner.Id));
    }

    private static Touchpoint Touch(Contact contact, int days, Channel? channel = null) =>
        new(contact.Id, AsOf - Duration.FromDays(days), channel ?? Channel.Message, Direction.Mutual);

    private static RelationshipBook Book(Contact[] contacts, Touchpoint[] touchpoints, CadenceRules cadences)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc), contacts, log, cadences);
    }
}
