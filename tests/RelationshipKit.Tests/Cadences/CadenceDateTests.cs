using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Cadences;

public class CadenceDateTests
{
    private static readonly Contact Ada = new(
        ContactId.FromValue("ada"), "Ada") { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 10))] };

    [Theory]
    [InlineData("2026-03-09", "2026-03-03", "2026-03-13")]
    [InlineData("2026-03-13", "2026-03-03", "2026-03-13")]
    [InlineData("2026-03-14", "2027-03-03", "2027-03-13")]
    public void Date_Missed_GivesWayToTheNextOnceItsGraceIsOver(string today, string ideal, string latest)
    {
        var resolution = Resolve(Cadence.Occasions(leadDays: 7), today, Touch("2024-01-05", Direction.Mutual));

        Assert.Equal((Day(ideal), Day(latest)), (Assert.Single(resolution.Dates).Window.Ideal, resolution.Dates[0].Window.Latest));
        Assert.Null(resolution.Window);
    }

    [Fact]
    public void Date_OfSomebodyNeverInTouch_IsAskedFor()
    {
        var resolution = Resolve(Cadence.Soonest(Cadence.Every(Period.FromWeeks(1)), Cadence.Occasions()), "2026-03-10");

        Assert.Equal(
            ("birthday", Day("2026-03-10"), true),
            (resolution.Dates[0].Occasion, resolution.Dates[0].On, resolution.IsDueBy(Day("2026-03-10"))));
        Assert.Equal((null, CadenceState.Unknown), (resolution.Window, resolution.State));
    }

    // A message every Monday leaves a birthday on Tuesday to be kept, unless it was meant for it.
    [Theory]
    [InlineData("2026-03-09", Direction.Outgoing, Gesture.CheckIn, true)]
    [InlineData("2026-03-09", Direction.Outgoing, Gesture.Congratulate, false)]
    [InlineData("2026-03-09", Direction.Outgoing, Gesture.Gift, false)]
    [InlineData("2026-03-09", Direction.Incoming, Gesture.Gift, true)]
    [InlineData("2026-03-10", Direction.Outgoing, Gesture.None, false)]
    [InlineData("2026-03-10", Direction.Mutual, Gesture.None, false)]
    [InlineData("2026-03-10", Direction.Incoming, Gesture.None, true)]
    public void Date_AfterATouch_IsKeptIfTheTouchWasForItOrOnTheDay(string day, Direction direction, Gesture gesture, bool isOpen) =>
        Assert.All([0, 1, 3, 7], lead =>
        {
            var resolution = Resolve(
                Cadence.Occasions(lead), "2026-03-10", Touch("2026-03-02", Direction.Outgoing),
                Touch(day, direction) with { Gesture = gesture });

            Assert.Equal(isOpen, resolution.IsDueBy(Day("2026-03-10")));
        });

    [Fact]
    public void Date_BesideAnInterval_IsSeenWithIt()
    {
        var resolution = Resolve(
            Cadence.Soonest(Cadence.Every(Period.FromWeeks(1)), Cadence.Occasions()), "2026-03-10", Touch("2026-02-01", Direction.Mutual));

        Assert.Equal((Day("2026-02-08"), Day("2026-03-10")), (resolution.Window!.Value.Ideal, Assert.Single(resolution.Dates).On));
        Assert.Equal("birthday on 2026-03-10; ideal 2026-02-08, every week", resolution.ToString());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Date_WithinASnooze_IsKeptOnItsDayOrLapses(bool keepsDates, int dates)
    {
        var plan = new CadenceRules { Policy = Cadence.Occasions(2) }
            .With(Suspension.Snooze(Ada.Id, Day("2026-02-01"), Day("2026-05-01")) with { KeepsDates = keepsDates });

        Assert.Equal(dates, plan.Resolve(History("2026-03-10", Touch("2026-01-05", Direction.Mutual))).Dates.Length);
    }

    // The birthday is on a Saturday; weekends are quiet.
    [Theory]
    [InlineData(0, "2026-03-12", "2026-03-16")]
    [InlineData(2, "2026-03-12", "2026-03-13")]
    [InlineData(0, "2026-03-16", "2026-03-16")]
    [InlineData(0, "2026-03-17", "2026-03-17")]
    public void Date_OnAQuietDay_MovesToTheNearestFittingDay(int lead, string today, string day)
    {
        var plan = new CadenceRules { Policy = Cadence.Occasions(lead), QuietDays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] };
        var born = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 14))] };
        var resolution = plan.Resolve(new CadenceHistory(born, [], At(today), DateTimeZone.Utc));

        Assert.Equal((Day(day), Day("2026-03-14")), (resolution.Dates[0].Day, resolution.Dates[0].On));
    }

    [Fact]
    public void Promise_WithADay_IsADateUntilItIsKept()
    {
        var promised = Ada with { Occasions = [], Promises = [new Promise("send the paper", Day("2026-03-12"))] };
        CadenceResolution Of(Contact contact) =>
            new CadenceRules { Policy = Cadence.Occasions(1) }.Resolve(new CadenceHistory(contact, [], At("2026-03-11"), DateTimeZone.Utc));

        Assert.Equal(("promise", Day("2026-03-12")), (Of(promised).Dates[0].Occasion, Of(promised).Dates[0].On));
        Assert.Empty(Of(promised with { Promises = [promised.Promises[0] with { IsKept = true }] }).Dates);
    }

    [Fact]
    public void PolicyOfAHost_WithADate_IsOneToo()
    {
        Assert.Equal(Day("2026-04-06"), Assert.Single(Resolve(new Own(), "2026-03-10", Touch("2026-03-01", Direction.Mutual)).Dates).On);
        Assert.Empty(Resolve(new Own(), "2026-04-07", Touch("2026-04-06", Direction.Outgoing)).Dates);
        Assert.Empty(Resolve(new Own(), "2026-04-10", Touch("2026-03-01", Direction.Mutual)).Dates);
    }

    [Theory]
    [InlineData("ladder of the meeting", "2026-03-17", "2026-03-03")]
    [InlineData("touches well before a rung", "2026-03-18", "2026-03-02", "2026-03-03", "2026-03-04")]
    public void Ladder_FromTheMeetingHoweverItIsKnown_ClimbsByTouchesInTime(string what, string ideal, params string[] touches)
    {
        var met = Ada with { Origin = new Origin { When = PartialDate.FromDate(Day("2026-03-01")) } };
        var ladder = Cadence.Ladder(Cadence.Every(Period.FromMonths(3)), Period.FromDays(2), Period.FromWeeks(2), Period.FromWeeks(6));
        var history = new CadenceHistory(
            met, [.. touches.Select(day => Touch(day, Direction.Outgoing))], At("2026-03-05"), DateTimeZone.Utc);

        Assert.True(Day(ideal) == new CadenceRules { Policy = ladder }.Resolve(history).Window!.Value.Ideal, what);
    }

    [Fact]
    public void Ladder_AFollowUpMissedForYears_GivesWayToTheSteadyCadence()
    {
        var ladder = Cadence.Ladder(Cadence.Every(Period.FromMonths(3)), Period.FromDays(2), Period.FromWeeks(2));

        Assert.Equal("ideal 2024-06-01, every 3 months", Resolve(ladder, "2026-03-01", Touch("2024-03-01", Direction.Mutual)).ToString());
        Assert.Equal(
            "every 3 months",
            Resolve(Cadence.Counting(ladder, TouchpointFilter.Any), "2026-03-01", Touch("2024-03-01", Direction.Mutual)).Policy!
                .ToString());
    }

    [Fact]
    public void Ladder_CountingCalls_IsClimbedByCalls()
    {
        var ladder = Cadence.Counting(Cadence.Ladder(Cadence.Never, Period.FromDays(2), Period.FromWeeks(2)), TouchpointFilter.Rich);

        Assert.Equal(
            Day("2026-03-03"),
            Resolve(
                ladder, "2026-03-04", Touch("2026-03-01", Direction.Mutual),
                Touch("2026-03-03", Direction.Outgoing) with { Channel = Channel.Message }).Window!.Value.Ideal);
        Assert.Equal(
            Day("2026-03-17"),
            Resolve(
                ladder, "2026-03-04", Touch("2026-03-01", Direction.Mutual), Touch("2026-03-03", Direction.Mutual)).Window!.Value.Ideal);
    }

    [Fact]
    public void Every_AfterAWebinar_CountsPersonalTouches()
    {
        var webinar = Touch("2026-03-05", Direction.Mutual) with { Channel = Channel.GroupEvent, OthersPresent = 99 };

        Assert.Equal(
            Day("2026-04-01"),
            Resolve(Cadence.Every(Period.FromMonths(1)), "2026-03-06", Touch("2026-03-01", Direction.Mutual), webinar).Window!.Value.Ideal);
        Assert.Equal(
            Day("2026-04-05"),
            Resolve(
                Cadence.Counting(Cadence.Every(Period.FromMonths(1)), new TouchpointFilter { MostPeople = 100 }), "2026-03-06",
                Touch("2026-03-01", Direction.Mutual), webinar).Window!.Value.Ideal);
        Assert.True(TouchpointFilter.Any.Holds(webinar with { OthersPresent = 49 }));
        Assert.False(TouchpointFilter.Any.Holds(webinar with { OthersPresent = 50 }));
    }

    [Fact]
    public void Dormant_OfAWeeklyCadence_IsNobodyBeforeItsFloor()
    {
        CadenceState State(int floor, string today) =>
            (new CadenceRules { Policy = Cadence.Every(Period.FromWeeks(1)) } with { DormantAfterDays = floor })
                .Resolve(History(today, Touch("2026-03-01", Direction.Mutual))).State;

        Assert.Equal(
            (CadenceState.Lapsed, CadenceState.Lapsed, CadenceState.Dormant),
            (State(60, "2026-03-23"), State(60, "2026-04-29"), State(60, "2026-04-30")));
        Assert.Equal(CadenceState.Dormant, State(0, "2026-03-23"));
    }

    [Fact]
    public void Proposal_ForATieSilentForLong_IsAsSlowAsTheSilence()
    {
        Touchpoint[] touches =
            [.. Enumerable.Range(0, 10)
                .Select(i => Touch("2025-01-01", Direction.Mutual) with { At = At("2025-01-01") + Duration.FromDays(2 * i) })];

        Assert.Equal("every 2 days", CadenceProposal.Learn(touches, At("2025-01-30"), DateTimeZone.Utc)!.Policy.ToString());
        Assert.Equal(
            (50, 2),
            (CadenceProposal.Learn(
                touches, At("2025-01-19") + Duration.FromDays(400), DateTimeZone.Utc)!.UsualGapDays, CadenceProposal.Learn(touches,
                At("2026-02-23"), DateTimeZone.Utc)!.FormerGapDays));
    }

    [Fact]
    public void Window_OnADate_RoundTripsAndIsNeverLate()
    {
        var window = CadenceWindow.OnDate(Day("2026-03-10"), 7, 3, "name/day");

        Assert.Equal(window, CadenceWindow.Parse(window.ToString("R", null), null));
        Assert.Equal("2026-03-03/2026-03-13/2026-03-10/name/day", window.ToString("R", null));
        Assert.Equal(
            (CadenceState.Ripe, CadenceState.Unknown),
            (window.StateOn(Day("2026-01-01"), Day("2026-03-13")), window.StateOn(Day("2026-01-01"), Day("2026-03-14"))));
        Assert.Throws<ArgumentOutOfRangeException>(() => CadenceWindow.OnDate(Day("2026-03-10"), -1, 0));
        Assert.False(CadenceWindow.TryParse("2026-03-03/2026-03-13/2026-03-14", null, out _));
    }

    [Fact]
    public void Season_UntilTheEndOfFebruary_HoldsOnLeapDays()
    {
        var winter = Cadence.Between(Cadence.Every(Period.FromDays(1)), new AnnualDate(12, 1), new AnnualDate(2, 28));

        Assert.Equal(Day("2028-02-29"), Resolve(winter, "2028-02-28", Touch("2028-02-28", Direction.Mutual)).Window!.Value.Ideal);
        Assert.Equal(Day("2026-12-01"), Resolve(winter, "2026-02-28", Touch("2026-02-28", Direction.Mutual)).Window!.Value.Ideal);
    }

    private static CadenceResolution Resolve(ICadencePolicy policy, string today, params ImmutableArray<Touchpoint> touches) =>
        new CadenceRules { Policy = policy }.Resolve(History(today, touches));

    private static CadenceHistory History(string today, params ImmutableArray<Touchpoint> touches) =>
        new(Ada, touches, At(today), DateTimeZone.Utc);

    private static Touchpoint Touch(string day, Direction direction) =>
        new(
            Ada.Id, At(day), Channel.Voice, direction) { Outcome = Outcome.Delivered,
            Channel = direction == Direction.Mutual ? Channel.Voice : Channel.Message };

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string day) => Day(day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(12);

    private sealed class Own : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.OnDate(new LocalDate(2026, 4, 6), 0, 2, "term begins");

        public override string ToString() => "when term begins";
    }
}
