using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Cadences;

/// <summary>Stock policies where their numbers end, where the calendar ends, and where two of them meet.</summary>
public class CadenceEdgeTests
{
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada");
    private static readonly ICadencePolicy Weekly = Cadence.Every(Period.FromDays(7));

    [Fact]
    public void Numbers_AtTheirEnds_AreTakenAndBeyondRefused()
    {
        ICadencePolicy[] taken =
        [
            Cadence.Every(Period.FromDays(36_525), 36_525), Cadence.Every(Period.FromYears(100), 0), Cadence.FromRhythm(1, 1),
            Cadence.FromRhythm(36_525, 36_525), Cadence.Occasions(180, 180), Cadence.Occasions(0, 0),
            Cadence.ReplyOwed(1), Cadence.ReplyOwed(365), Cadence.Jitter(Weekly, 1), Cadence.Jitter(Weekly, 365),
            Cadence.BackOff(Weekly, 1, 1), Cadence.BackOff(Weekly, 10, 100),
            Cadence.WhenStrengthFallsTo(Strength.FromValue(1), 1, 1),
            Cadence.WhenStrengthFallsTo(Strength.FromValue(double.Epsilon), 36_525, 36_525),
        ];
        (string Name, Action Make)[] refused =
        [
            ("period", () => Cadence.Every(Period.FromDays(36_526))), ("toleranceDays", () => Cadence.Every(Period.FromDays(1), 36_526)),
            ("leastDays", () => Cadence.FromRhythm(0, 1)), ("mostDays", () => Cadence.FromRhythm(2, 1)),
            ("mostDays", () => Cadence.FromRhythm(1, 36_526)), ("level", () => Cadence.WhenStrengthFallsTo(Strength.None)),
            ("leastDays", () => Cadence.WhenStrengthFallsTo(Strength.FromValue(1), 0)),
            ("mostDays", () => Cadence.WhenStrengthFallsTo(Strength.FromValue(1), 2, 1)),
            ("mostDays", () => Cadence.WhenStrengthFallsTo(Strength.FromValue(1), 1, 36_526)), ("leadDays", () => Cadence.Occasions(-1)),
            ("leadDays", () => Cadence.Occasions(181)), ("graceDays", () => Cadence.Occasions(0, -1)),
            ("graceDays", () => Cadence.Occasions(0, 181)),
            ("withinDays", () => Cadence.ReplyOwed(0)), ("withinDays", () => Cadence.ReplyOwed(366)),
            ("days", () => Cadence.Jitter(Weekly, 0)), ("days", () => Cadence.Jitter(Weekly, 366)),
            ("factor", () => Cadence.BackOff(Weekly, 0.99)),
            ("factor", () => Cadence.BackOff(Weekly, 10.01)), ("mostUnanswered", () => Cadence.BackOff(Weekly, 2, 0)),
            ("mostUnanswered", () => Cadence.BackOff(Weekly, 2, 101)), ("days", () => Cadence.Weekly((IsoDayOfWeek)8)),
            ("days", () => Cadence.Weekly(IsoDayOfWeek.None)),
            ("least", () => Cadence.AtLeast(Weekly, Period.Zero)), ("most", () => Cadence.AtMost(Weekly, Period.FromDays(-1))),
            ("rungs", () => Cadence.Ladder(Weekly, Period.Zero)),
            ("period", () => Cadence.Fixed(new LocalDate(2026, 1, 1), Period.FromYears(101))),
        ];

        Assert.Equal(14, taken.Length);
        Assert.All(refused, row => Assert.Throws<ArgumentOutOfRangeException>(row.Name, row.Make));
    }

    [Fact]
    public void Arguments_ThatAreMissing_AreRefusedByName()
    {
        (string Name, Action Make)[] missing =
        [
            ("period", () => Cadence.Every(null!)), ("name", () => Cadence.Named(null!)), ("policies", () => Cadence.Soonest(null!)),
            ("policies", () => Cadence.Latest(Weekly, null!)), ("policies", () => Cadence.First(null!)),
            ("policy", () => Cadence.Counting(null!, TouchpointFilter.Any)), ("qualifying", () => Cadence.Counting(Weekly, null!)),
            ("days", () => Cadence.Weekly(null!)), ("steady", () => Cadence.Ladder(null!, Period.FromDays(1))),
            ("rungs", () => Cadence.Ladder(Weekly, null!)),
            ("selector", () => Cadence.For(null!, Weekly)), ("policy", () => Cadence.For(ContactSelector.Tagged("a"), null!)),
            ("policy", () => Cadence.Unless(null!, ContactSelector.Tagged("a"))), ("selector", () => Cadence.Unless(Weekly, null!)),
            ("policy", () => Cadence.AtLeast(null!, Period.FromDays(1))),
            ("policy", () => Cadence.AtMost(null!, Period.FromDays(1))),
            ("policy", () => Cadence.Between(null!, new AnnualDate(1, 1), new AnnualDate(2, 1))),
            ("policy", () => Cadence.Jitter(null!, 1)), ("policy", () => Cadence.NotOn(null!, IsoDayOfWeek.Monday)),
            ("days", () => Cadence.NotOn(Weekly, null!)),
            ("policy", () => Cadence.BackOff(null!)), ("context", () => Weekly.NextDue(null!)),
        ];

        Assert.All(missing, row => Assert.Throws<ArgumentNullException>(row.Name, row.Make));
        Assert.Contains(
            "There are 0 policies; there must be at least 1.",
            Assert.Throws<ArgumentException>("policies", () => Cadence.Soonest()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are 0 days; there must be at least 1.", Assert.Throws<ArgumentException>("days", () => Cadence.Weekly()).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "There are 0 rungs; there must be at least 1.",
            Assert.Throws<ArgumentException>("rungs", () => Cadence.Ladder(Weekly)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are 0 days to keep off; there must be from 1 to 6.",
            Assert.Throws<ArgumentException>("days", () => Cadence.NotOn(Weekly)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are 7 days to keep off",
            Assert.Throws<ArgumentException>("days", () => Cadence.NotOn(Weekly, Enum.GetValues<IsoDayOfWeek>()[1..])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "anchor", () => Cadence.Fixed(new LocalDate(2026, 1, 1).WithCalendar(CalendarSystem.Julian), Period.FromDays(1)));
    }

    // Whatever would fall past 9999-12-30 is not asked for; what falls on it is.
    [Fact]
    public void Policies_AtTheEndOfTime_AskForNothingRatherThanThrow()
    {
        var born = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(12, 30))] };
        var last = new CadenceContext(born, new LocalDate(9999, 12, 29), new LocalDate(9999, 12, 29));
        var daily = Cadence.Every(Period.FromDays(1), 0);
        ICadencePolicy[] onTheLastDay =
        [
            daily, Cadence.Weekly(IsoDayOfWeek.Thursday), Cadence.Fixed(new LocalDate(9999, 12, 30), Period.FromDays(1)),
            Cadence.Occasions(), Cadence.AtMost(daily, Period.FromDays(5)), Cadence.AtLeast(daily, Period.FromDays(1)),
            Cadence.NotOn(daily, IsoDayOfWeek.Friday), Cadence.Between(daily, new AnnualDate(12, 1), new AnnualDate(1, 31)),
            Cadence.Ladder(Cadence.Never, Period.FromDays(1)), Cadence.BackOff(daily), Cadence.FromRhythm(1, 1),
            Cadence.WhenStrengthFallsTo(Strength.FromValue(0.5), 1, 1),
        ];
        ICadencePolicy[] after =
        [
            Cadence.Weekly(IsoDayOfWeek.Friday), Cadence.Fixed(new LocalDate(2026, 1, 1), Period.FromYears(100)),
            Cadence.AtLeast(daily, Period.FromDays(2)), Cadence.NotOn(daily, IsoDayOfWeek.Thursday),
            Cadence.Between(daily, new AnnualDate(1, 1), new AnnualDate(1, 31)),
            Cadence.Between(daily, new AnnualDate(12, 31), new AnnualDate(12, 31)), Cadence.Ladder(daily, Period.FromDays(2)),
            Cadence.FromRhythm(2, 2), Cadence.Every(Period.FromYears(100)), Cadence.Every(Period.FromMonths(1)),
        ];

        Assert.All(onTheLastDay, policy => Assert.Equal("ideal 9999-12-30, latest 9999-12-30", policy.NextDue(last).ToString()));
        Assert.All(after, policy => Assert.Null(policy.NextDue(last)));

        // A date needs no touch to count from, so its lead may have begun before today.
        AssertWindow("9999-12-28", "9999-12-30", Cadence.Occasions(2), last);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-14")]
    [InlineData("2025-01-01", "2026-01-31", "2026-02-14")]
    [InlineData("2026-02-28", "2026-03-31", "2026-04-15")]
    [InlineData("2126-02-28", "2126-03-31", "2126-04-15")]
    public void Fixed_CountedFromAnyDay_IsTheNextStepFromTheAnchor(string reference, string ideal, string latest) =>
        AssertWindow(ideal, latest, Cadence.Fixed(new LocalDate(2026, 1, 31), Period.FromMonths(1)), On(reference));

    [Fact]
    public void Fixed_OfMixedPeriods_StepsByAllOfThem() =>
        AssertWindow(
            "2026-03-08", "2026-03-27",
            Cadence.Fixed(new LocalDate(2026, 1, 31), new PeriodBuilder { Months = 1, Weeks = 1, Days = 1 }.Build()), On("2026-01-31"));

    [Fact]
    public void Weekly_OnOneDay_ToleratesThreeDays() =>
        AssertWindow("2026-03-09", "2026-03-12", Cadence.Weekly(IsoDayOfWeek.Monday), On("2026-03-02"));

    [Fact]
    public void Ladder_SteadyPolicy_IsNeverCloserThanTheLastRung()
    {
        var context = Touched("2026-03-02", "2026-03-04", "2026-03-18");

        AssertWindow(
            "2026-04-01", "2026-04-01", Cadence.Ladder(Cadence.Every(Period.FromDays(3), 0), Period.FromDays(2), Period.FromDays(14)),
            context);
        AssertWindow(
            "2026-04-07", "2026-04-17", Cadence.Ladder(Cadence.Every(Period.FromDays(20)), Period.FromDays(2), Period.FromDays(14)),
            context);
        Assert.Null(Cadence.Ladder(Cadence.Never, Period.FromDays(2), Period.FromDays(14)).NextDue(context));
    }

    [Fact]
    public void Ladder_AfterAFreshStart_BeginsAnew()
    {
        var context = new CadenceContext(
            Ada, Day("2026-03-20"), Day("2026-03-20")) { Start = Day("2026-03-20"),
            Touchpoints = Touched("2026-03-02", "2026-03-04", "2026-03-18").Touchpoints };

        AssertWindow("2026-03-22", "2026-03-23", Cadence.Ladder(Weekly, Period.FromDays(2), Period.FromDays(14)), context);
    }

    [Fact]
    public void Occasions_OfSeveral_AreTheNextOne()
    {
        var born = Ada with
        {
            Occasions =
            [
                new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(9, 10)),
                new Occasion(OccasionKind.Anniversary, PartialDate.FromMonthDay(4, 1)),
                new Occasion(OccasionKind.Achievement, PartialDate.FromDate(Day("2026-06-01"))),
            ],
        };

        AssertWindow("2026-03-29", "2026-04-04", Cadence.Occasions(3), new CadenceContext(born, Day("2026-03-02"), Day("2026-03-02")));
        AssertWindow("2026-06-01", "2026-06-01", Cadence.Occasions(0, 0), new CadenceContext(born, Day("2026-04-01"), Day("2026-04-01")));
        AssertWindow("2026-09-10", "2026-09-13", Cadence.Occasions(), new CadenceContext(born, Day("2026-06-01"), Day("2026-06-01")));
    }

    [Fact]
    public void ReplyOwed_BeforeTheStart_IsForgivenAndToleratesAsLongAgain()
    {
        var wrote = Touch("2026-03-02", Direction.Incoming);
        var waiting = new CadenceContext(Ada, Day("2026-03-02"), Day("2026-03-02")) { Touchpoints = [wrote] };
        var fresh = new CadenceContext(Ada, Day("2026-03-03"), Day("2026-03-03")) { Touchpoints = [wrote] };

        AssertWindow("2026-03-07", "2026-03-12", Cadence.ReplyOwed(5), waiting);
        Assert.Null(Cadence.ReplyOwed(5).NextDue(fresh));
    }

    [Fact]
    public void ReplyOwed_OfSomethingOld_CountsItsStateFromThen()
    {
        var plan = new CadenceRules { Policy = Cadence.ReplyOwed(3) };
        var resolution = plan.Resolve(
            new CadenceHistory(
                Ada, [Touch("2026-03-02", Direction.Incoming), Touch("2026-03-09", Direction.Incoming)],
                Touch("2026-03-09", Direction.Incoming).At, DateTimeZone.Utc));

        Assert.Equal(
            (Day("2026-03-02"), Day("2026-03-10"), CadenceState.Comfortable),
            (resolution.Reference, resolution.Window!.Value.Ideal, resolution.State));
    }

    [Fact]
    public void BackOff_ByAFraction_RoundsUpToWholeDaysAndKeepsTheTolerance()
    {
        var context = new CadenceContext(Ada, Day("2026-03-02"), Day("2026-03-02"))
        {
            Start = Day("2026-02-01"),
            Touchpoints =
            [
                Touch("2026-02-01", Direction.Outgoing),
                Touch("2026-02-10", Direction.Outgoing),
                Touch("2026-02-20", Direction.Outgoing),
                Touch("2026-03-02", Direction.Outgoing)
            ],
        };

        AssertWindow("2026-03-26", "2026-03-29", Cadence.BackOff(Weekly, 1.5, 10), context);
        AssertWindow("2026-03-09", "2026-03-12", Cadence.BackOff(Weekly, 1, 10), context);
        Assert.Null(Cadence.BackOff(Weekly, 2, 4).NextDue(context));
        Assert.NotNull(Cadence.BackOff(Weekly, 2, 5).NextDue(context));
        Assert.Null(Cadence.BackOff(Cadence.Every(Period.FromYears(100)), 10, 100).NextDue(context));
    }

    [Fact]
    public void BackOff_AnAnsweredCall_ResetsIt()
    {
        ImmutableArray<Touchpoint> calls =
        [
            Touch("2026-02-10", Direction.Outgoing),
            Touch("2026-02-20", Direction.Outgoing) with { Outcome = Outcome.Answered },
            Touch("2026-03-02", Direction.Outgoing)
        ];

        AssertWindow(
            "2026-03-09", "2026-03-12", Cadence.BackOff(Weekly),
            new CadenceContext(Ada, Day("2026-03-02"), Day("2026-03-02")) { Touchpoints = calls });
    }

    [Fact]
    public void AtLeastAndAtMost_OfSomethingCounted_BoundFromItsOwnReference()
    {
        var context = new CadenceContext(
            Ada, Day("2026-03-02"), Day("2026-03-02")) { Start = Day("2026-01-01"),
            Touchpoints = [Touch("2026-03-02", Direction.Mutual) with { Channel = Channel.Message }] };
        var counted = Cadence.Counting(Cadence.Every(Period.FromDays(30)), TouchpointFilter.Rich);

        AssertWindow("2026-02-20", "2026-03-07", Cadence.AtLeast(counted, Period.FromDays(50)), context);
        AssertWindow("2026-01-11", "2026-01-26", Cadence.AtMost(counted, Period.FromDays(10)), context);
    }

    [Theory]
    [InlineData("2026-02-21", "2026-02-28")]
    [InlineData("2028-02-22", "2028-02-29")]
    [InlineData("2026-02-22", "2026-03-01")]
    [InlineData("2026-03-24", "2026-03-31")]
    [InlineData("2026-03-25", "2027-02-28")]
    public void Between_From29February_BeginsOnThe28thWithoutOne(string reference, string ideal) =>
        Assert.Equal(Day(ideal), Cadence.Between(Weekly, new AnnualDate(2, 29), new AnnualDate(3, 31)).NextDue(On(reference))!.Value.Ideal);

    [Fact]
    public void Jitter_ByContactAndDate_IsTheSameOnEveryMachine()
    {
        var dates = new[] { "ada", "bob", "eve", "王" }.Select(
            id => Cadence.Jitter(Weekly, 10)
                .NextDue(new CadenceContext(new Contact(ContactId.FromValue(id), "A"), Day("2026-03-02"), Day("2026-03-02")))
                .ToString());

        Assert.Equal(
            [
                "ideal 2026-03-09, latest 2026-03-12",
                "ideal 2026-03-09, latest 2026-03-12",
                "ideal 2026-03-10, latest 2026-03-13",
                "ideal 2026-03-09, latest 2026-03-12"
            ], dates);
    }

    [Fact]
    public void Jitter_OfManyPeople_UsesAllOfTheDays()
    {
        var days = Enumerable.Range(0, 500)
            .Select(
                i => Cadence.Jitter(Weekly, 6).NextDue(
                    new CadenceContext(new Contact(ContactId.FromValue($"c{i}"), "A"), Day("2026-03-02"), Day("2026-03-02")))!.Value.Ideal)
            .ToHashSet();

        Assert.True(days.Count >= 5, $"{days.Count} days");
        Assert.All(days, day => Assert.InRange(day, Day("2026-03-09"), Day("2026-03-15")));
    }

    [Fact]
    public void NamedAndFor_InEachOther_TellNameAndInnermostSelector()
    {
        var close = Ada with { Circle = Circle.Close, Tags = ["a"] };
        var plan = new CadenceRules
        {
            Policies = CadencePolicies.Empty.Add("weekly", Weekly)
                .Add("all", Cadence.Soonest(Cadence.Named("weekly"), Cadence.Every(Period.FromDays(9)))),
            Policy = Cadence.For(ContactSelector.Tagged("a"), Cadence.For(ContactSelector.In(Circle.Close), Cadence.Named("all"))),
        };
        var resolution = plan.Resolve(
            new CadenceHistory(close, [Touch("2026-03-02", Direction.Mutual)], Touch("2026-03-02", Direction.Mutual).At, DateTimeZone.Utc));
        var lost = Assert.Single(resolution.Overridden);

        Assert.Equal(("weekly", "circle close"), (resolution.PolicyName, resolution.Selector!.ToString()));
        Assert.Equal(
            ("all", "circle close", "every 9 days: ideal 2026-03-11, latest 2026-03-15"),
            (lost.PolicyName, lost.Selector!.ToString(), lost.ToString()));
    }

    [Fact]
    public void SeveralOfOne_ReadAsTheOne()
    {
        Assert.All(
            [Cadence.Soonest(Weekly), Cadence.Latest(Weekly), Cadence.First(Weekly)],
            policy => Assert.Equal("every week", policy.ToString()));
        Assert.Equal(
            "every 1 year and 2 months and 3 days",
            Cadence.Every(new PeriodBuilder { Years = 1, Months = 2, Days = 3 }.Build()).ToString());
        Assert.Equal("every day", Cadence.Every(Period.FromDays(1)).ToString());
        Assert.Equal("every year", Cadence.Every(Period.FromYears(1)).ToString());
        Assert.Equal(
            "never, 1.5 times as long after each unanswered touch, at most 2 of them", Cadence.BackOff(Cadence.Never, 1.5, 2).ToString());
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static CadenceContext On(string reference) => new(Ada, Day(reference), Day(reference));

    private static CadenceContext Touched(params string[] days) =>
        new(
            Ada, Day(days[^1]), Day(days[^1])) { Start = Day(days[0]),
            Touchpoints = [.. days.Select(day => Touch(day, Direction.Mutual))] };

    private static Touchpoint Touch(string day, Direction direction) =>
        new(Ada.Id, Day(day).At(new LocalTime(12, 0)).InUtc().ToInstant(), Channel.Message, direction);

    private static void AssertWindow(string ideal, string latest, ICadencePolicy policy, CadenceContext context) =>
        Assert.Equal($"ideal {ideal}, latest {latest}", policy.NextDue(context).ToString());
}
