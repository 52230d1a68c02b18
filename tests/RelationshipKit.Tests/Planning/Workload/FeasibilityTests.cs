using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Planning.Workload;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Workload;

public class FeasibilityTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close };
    private static readonly Contact Bob = new(ContactId.FromValue("bob"), "Bob") { Circle = Circle.Inner };
    private static readonly Contact Cy = new(ContactId.FromValue("cy"), "Cy") { Circle = Circle.Inner };

    [Fact]
    public void Of_EveryPeriod_IsExact()
    {
        AssertDemand(1, 5, Cadence.Every(Period.FromWeeks(1)));
        AssertDemand(7.0 / 11, 35.0 / 11, Cadence.Every(Period.FromDays(11)));
        AssertDemand(7.0 * 48 / 1_461, 5 * 7.0 * 48 / 1_461, Cadence.Every(Period.FromMonths(1)));
        AssertDemand(7.0 * 4 / 1_461, 5 * 7.0 * 4 / 1_461, Cadence.Every(Period.FromYears(1)));
        AssertDemand(2, 10, Cadence.Weekly(IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday));
        AssertDemand(0, 0, Cadence.Never);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(30)]
    public void Of_AtTheEndOfTime_AsksForNothing(int day)
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(Ada.Id, Instant.FromUtc(9999, 12, 1, 0, 0), Channel.Message, Direction.Outgoing));
        var book = Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc), [Ada], log,
            new CadenceRules { Policy = Cadence.Every(Period.FromMonths(1)) });

        Assert.Equal(0, book.FeasibilityAt(Instant.FromUtc(9999, 12, day, 0, 0)).TouchesPerWeek);
    }

    [Fact]
    public void Of_ALadder_CountsWhatItLeadsTo() =>
        AssertDemand(0.25, 1.25, Cadence.Ladder(Cadence.Every(Period.FromWeeks(4)), Period.FromDays(2), Period.FromDays(14)));

    [Fact]
    public void Of_APolicyThatACallSatisfies_TakesTheMinutesOfACall() =>
        AssertDemand(0.5, 10, Cadence.Counting(Cadence.Every(Period.FromWeeks(2)), TouchpointFilter.By(Channel.Voice)));

    [Fact]
    public void Of_TwoCadencesOfOnePerson_TakesEachInItsTurn()
    {
        // A message each week; each fourth time a call, which is a touch of the week too.
        var both = Cadence.Soonest(
            Cadence.Every(Period.FromWeeks(1)), Cadence.Counting(Cadence.Every(Period.FromWeeks(4)), TouchpointFilter.By(Channel.Voice)));

        AssertDemand(1, 5 + (15 / 4.0), both);
    }

    [Fact]
    public void Of_WishesAndQuietDays_AskForLess()
    {
        var daily = new CadenceRules { Policy = Cadence.Every(Period.FromDays(1)) };

        Assert.Equal(
            0.5, Of([Ada], daily.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromWeeks(2) })).TouchesPerWeek, 1e-12);
        Assert.Equal(5, Of([Ada], daily with { QuietDays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] }).TouchesPerWeek, 0.01);
        Assert.Equal(0, Of([Ada], daily.With(Suspension.Pause(Ada.Id, new LocalDate(2026, 3, 1)))).TouchesPerWeek);
    }

    [Fact]
    public void Of_ABudgetThatDoes_ProposesNothing()
    {
        var whole = Of([Ada, Bob], new CadenceRules { Policy = Cadence.Every(Period.FromWeeks(1)) }, minutes: 10);

        Assert.True(whole.Fits);
        Assert.Empty(whole.Relaxations);
        Assert.Equal((2, 10, 10), (whole.TouchesPerWeek, whole.MinutesPerWeek, whole.BudgetMinutes));
        Assert.Equal("2 touches and 10 minutes a week asked for, 10 minutes there", whole.ToString());
        Assert.Equal("1 touches and 5 minutes a week", whole.Demands[0].ToString());
    }

    [Fact]
    public void Of_ABudgetThatDoesNot_RanksTheSmallestChangesFirst()
    {
        // Three a week at 5 minutes, and 10 minutes: one less, or all 21/2 days apart, which is 11.
        var whole = Of([Ada, Bob, Cy], new CadenceRules { Policy = Cadence.Every(Period.FromWeeks(1)) }, minutes: 10);

        Assert.False(whole.Fits);
        Assert.Equal(
            [
                "let 1 contact rest: saves 5 minutes a week",
                "3 contacts at least 11 days apart, now every week: saves 5.5 minutes a week",
                "everybody at least 11 days apart: saves 5.5 minutes a week",
            ],
            whole.Relaxations.Select(change => change.ToString()));
        Assert.Equal(
            [5, 15 - (105.0 / 11), 15 - (105.0 / 11)], whole.Relaxations.Select(change => change.SavesMinutes),
            (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(
            [1, 3 - (21.0 / 11), 3 - (21.0 / 11)], whole.Relaxations.Select(change => change.GivesUpTouches),
            (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(["ada"], whole.Relaxations[0].Contacts.Select(id => id.Value));
    }

    [Fact]
    public void Of_Circles_StretchesEachAlone()
    {
        // Weekly and monthly: 10 + 5 * 7 * 48 / 1461 minutes; without the circle inner the other could rest and still not do.
        var whole = Of([Ada, Bob, Cy], new CadenceRules { Policy = Cadence.ByCircle() }, minutes: 9);

        Assert.Equal(
            "2 contacts of circle inner at least 9 days apart, now every week",
            whole.Relaxations.Single(change => change.Change.Code == PlanReasonCode.Stretch).Change.ToString());
        Assert.Equal(2, whole.Relaxations.Single(change => change.Change.Code == PlanReasonCode.Stretch).Contacts.Length);
    }

    [Fact]
    public void Of_DormantContacts_MayRest()
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(Ada.Id, AsOf - Duration.FromDays(400), Channel.Message, Direction.Outgoing));
        log.Add(new Touchpoint(Bob.Id, AsOf - Duration.FromDays(2), Channel.Voice, Direction.Outgoing));
        log.Add(new Touchpoint(Bob.Id, AsOf - Duration.FromDays(9), Channel.Voice, Direction.Outgoing));
        var book = Books.BookOf.These(DateTimeZone.Utc, [Ada, Bob], log, Cadence.Every(Period.FromWeeks(2)));

        var whole = book.FeasibilityAt(AsOf, PlanSettings.Default with { MinutesPerWeek = 5 });

        Assert.Equal([false, true], whole.Demands.OrderBy(demand => demand.IsDormant).Select(demand => demand.IsDormant));
        Assert.Equal(5, whole.MinutesPerWeek, 1e-9);
        Assert.Contains(
            "let 1 dormant contact rest",
            book.FeasibilityAt(
                AsOf, PlanSettings.Default with { MinutesPerWeek = 3 }).Relaxations.Select(change => change.Change.ToString()));
    }

    [Fact]
    public void Of_NoMinutesAtAll_OnlyRestIsLeft()
    {
        var whole = Of([Ada], new CadenceRules { Policy = Cadence.Every(Period.FromWeeks(1)) }, minutes: 0);

        Assert.Equal([PlanReasonCode.Rest], whole.Relaxations.Select(change => change.Change.Code));
    }

    private static void AssertDemand(double touches, double minutes, ICadencePolicy policy)
    {
        var whole = Of([Ada], new CadenceRules { Policy = policy });

        Assert.Equal(touches, whole.TouchesPerWeek, 1e-12);
        Assert.Equal(minutes, whole.MinutesPerWeek, 1e-9);
    }

    private static Feasibility Of(Contact[] contacts, CadenceRules plan, int minutes = 90)
    {
        var book = Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc), contacts, new TouchpointLog(),
            plan with { Since = new LocalDate(2026, 2, 25) });
        return book.FeasibilityAt(AsOf, PlanSettings.Default with { MinutesPerWeek = minutes });
    }
}
