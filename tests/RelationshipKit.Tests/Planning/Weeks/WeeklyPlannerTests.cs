using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

public class WeeklyPlannerTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close, Facets = [Facet.Personal] };
    private static readonly Contact Bob = new(ContactId.FromValue("bob"), "Bob") { Circle = Circle.Close, Facets = [Facet.Personal] };
    private static readonly CadenceRules Weekly = new() { Policy = Cadence.Every(Period.FromWeeks(1)) };

    [Fact]
    public void Plan_OneWhoIsWanted_SaysWhenHowAndWhy()
    {
        var plan = Plan([Ada], [Voice(Ada, 8), Voice(Ada, 20)], Weekly);

        var item = Assert.Single(plan.Items);
        Assert.Equal("2026-03-02 voice (20 min): every week, 8 days ago; wanted from 2026-03-01, fine until 2026-03-04", item.ToString());
        Assert.Equal((Ada, Gesture.CheckIn, "every week"), (item.Contact, item.Gesture, item.Policy!.ToString()));
        Assert.Equal("week of 2026-03-02: 1 touches, 20 of 90 minutes, 0 left out", plan.ToString());
        Assert.True(plan.IsBest);
        Assert.Equal(plan.Gain, item.Gain);
    }

    [Fact]
    public void Gain_WorkedByHand_IsContactKeptAndStrength()
    {
        // Wanted since yesterday, fine until Wednesday: three days tolerated and four past, of an interval of seven. After two contact-days
        // a usual gap is 19 / 2 days, and eight days of silence have passed; six days and fifteen hours are left of the week.
        var own = new[] { Voice(Ada, 8), Voice(Ada, 20) };
        var item = Assert.Single(Plan([Ada], own, Weekly).Items);
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
        var noon = Instant.FromUtc(2026, 3, 2, 12, 0);
        var touch = new Touchpoint(Ada.Id, noon, Channel.Voice, Direction.Mutual);

        // Days of full strength over eight weeks, each told by its middle, times 3^0.4 for a close friend; and the window, which would end
        // in this week.
        var strength = Enumerable.Range(0, 8).Select(week => noon + Duration.FromDays((7 * week) + 3.5))
            .Sum(at => 7 * (scorer.WhatIf(own, touch, at).Strength.Value - scorer.ScoreAt(own, at).Strength.Value));

        var hazard = RhythmHazard.Default.CurveOf(2);
        var silent = Math.Exp(hazard.Between(0, 8 / 9.5) - hazard.Between(0, (8 + 6.625) / 9.5));

        Assert.Equal((5.5 / 12.5 * silent) + (1.5518455739153598 * strength) + 400, item.Gain, 1e-9);
        Assert.InRange(silent, 0.8, 0.95);
    }

    [Fact]
    public void Gain_WhoeverIsInTouchAnyway_KeepsOnlyStrength()
    {
        Touchpoint[] own = [Voice(Ada, 8), Voice(Ada, 20)];
        var onMonday = PlanSettings.Default with { WorkingDays = [IsoDayOfWeek.Monday] };
        double Gain(double level, CadenceRules cadences) =>
            Assert.Single(
                Book([Ada], own, cadences, ScoreSettings.Default with { Hazard = RhythmHazard.Default.AtLevel(level) })
                    .PlanWeek(AsOf, Monday, onMonday).Items).Gain;

        // The strength is the same; what is kept of contact is 5.5 / 12.5 or next to nothing.
        Assert.Equal(5.5 / 12.5, Gain(0.001, Weekly) - Gain(1_000, Weekly), 1e-3);
    }

    [Fact]
    public void Gain_WhereNotAnyContactWouldDo_LeavesTheForecastAside()
    {
        var birthday = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 4))] };
        Assert.True(IsAside(Ada, [Voice(Ada, 8), Voice(Ada, 20)], Cadence.Counting(Weekly.Policy!, TouchpointFilter.Rich)));
        Assert.True(IsAside(Ada, [Voice(Ada, 20), Message(Ada, 3) with { Direction = Direction.Incoming }], Cadence.ReplyOwed()));
        Assert.True(IsAside(birthday, [Voice(Ada, 8), Voice(Ada, 20)], Cadence.Occasions(0)));
        Assert.True(IsAside(Ada, [Voice(Ada, 8), Voice(Ada, 20)], Cadence.Every(Period.FromDays(5))));
        Assert.True(IsAside(Ada, [], Weekly.Policy!));
        Assert.False(IsAside(Ada, [Voice(Ada, 8), Voice(Ada, 20)], Cadence.Counting(Weekly.Policy!, TouchpointFilter.Any)));

        static bool IsAside(Contact contact, Touchpoint[] own, ICadencePolicy policy)
        {
            var gains = new[] { 0.001, 1, 1_000 }.Select(level => Book(
                [contact],
                own,
                new CadenceRules { Policy = policy, Since = Monday.PlusDays(-10) },
                ScoreSettings.Default with { Hazard = RhythmHazard.Default.AtLevel(level) }).PlanWeek(AsOf, Monday).Gain).ToArray();
            Assert.True(gains[0] > 0);
            return gains.Distinct().Count() == 1;
        }
    }

    [Fact]
    public void Plan_OneWhoWillBeInTouchAnywayAndOneWhoWentSilent_TakesTheSilentOne()
    {
        // Ada is wanted as much as Bob, and comes first; she was in touch every other day until eight days ago, he four times in half a
        // year.
        Touchpoint[] both =
        [
            .. Enumerable.Range(0, 10).Select(i => Message(Ada, 8 + (2 * i))),
            .. Enumerable.Range(0, 4).Select(i => Message(Bob, 8 + (60 * i)))
        ];
        var one = PlanSettings.Default.Without(Channel.Voice).Without(Channel.Video).Without(Channel.InPerson) with { MinutesPerWeek = 5 };

        Assert.Equal(Bob, Assert.Single(Plan([Ada, Bob], both, Weekly, one).Items).Contact);
    }

    [Fact]
    public void Plan_NothingInTheWay_LeavesNobodyOut() => Assert.Empty(Plan([Ada, Bob], [Voice(Ada, 8), Voice(Bob, 9)], Weekly).LeftOut);

    [Fact]
    public void LeftOut_EachReason_IsTold()
    {
        Assert.Equal("nothing is asked for", WhyNot(CadenceRules.Empty, Voice(Ada, 8)));
        Assert.Equal(
            "wanted from 2026-03-24 only", WhyNot(new CadenceRules { Policy = Cadence.Every(Period.FromDays(30)) }, Voice(Ada, 8)));
        Assert.Equal("rests", WhyNot(Weekly.With(Suspension.Pause(Ada.Id, Monday.PlusDays(-3))), Voice(Ada, 8)));
        Assert.Equal("rests", WhyNot(Weekly.With(Suspension.Pause(Ada.Id, Monday.PlusDays(-3), Monday.PlusDays(9))), Voice(Ada, 8)));
        Assert.Equal("snoozed", WhyNot(Weekly.With(Suspension.Snooze(Ada.Id, Monday.PlusDays(-1), Monday.PlusDays(9))), Voice(Ada, 8)));
        Assert.Equal("away", WhyNot(Weekly.With(Suspension.OutOfOffice(null, Monday.PlusDays(-2), Monday.PlusDays(7))), Voice(Ada, 8)));
        Assert.Equal(
            "only quiet days are left",
            WhyNot(
                Weekly with
                {
                    QuietDays =
                        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
                },
                Voice(Ada, 9)));
        Assert.Equal("their wish", WhyNot(Weekly.WithWishes(Ada.Id, new ContactWishes { NoContact = true }), Voice(Ada, 8)));
        Assert.Equal(
            "their wish", WhyNot(Weekly.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromDays(30) }), Voice(Ada, 8)));
        Assert.Equal(
            "enough touches stayed without an answer",
            WhyNot(new CadenceRules { Policy = Cadence.BackOff(Weekly.Policy!, 1, 1) }, Message(Ada, 8)));
        Assert.Equal(
            "no working day is left for it",
            WhyNot(Weekly, Voice(Ada, 1), PlanSettings.Default with { WorkingDays = [IsoDayOfWeek.Monday] }));
        Assert.Equal("dormant, with little behind it to revive", WhyNot(Weekly, Voice(Ada, 200)));
        Assert.Equal(
            "no channel that has minutes would count",
            WhyNot(new CadenceRules { Policy = Cadence.Counting(Weekly.Policy!, TouchpointFilter.By(Channel.GroupEvent)) }, Voice(Ada, 8)));
    }

    [Fact]
    public void LeftOut_NoRoom_SaysWhatIsFull()
    {
        Touchpoint[] both = [Voice(Ada, 8), Voice(Bob, 8)];
        Touchpoint[] dormant = [.. Enumerable.Range(0, 4).SelectMany(i => new[] { Voice(Ada, 200 + i), Voice(Bob, 210 + i) })];

        // Calls only.
        var calls = PlanSettings.Default with { ChannelMinutes = PlanSettings.Default.ChannelMinutes.Clear().Add(Channel.Voice.Name, 20) };

        Assert.Equal("the week's minutes are spent (10 left)", WhyNotBob(both, calls with { MinutesPerWeek = 30 }));
        Assert.Equal(
            "the days it would suit are full",
            WhyNotBob(both, PlanSettings.Default with { MostPerDay = 1, WorkingDays = [IsoDayOfWeek.Monday] }));
        Assert.Equal(
            "the days it would suit are full", WhyNotBob(both, calls with { MinutesPerDay = 30, WorkingDays = [IsoDayOfWeek.Monday] }));
        Assert.Equal("variety: 1 of the circle close are planned", WhyNotBob(both, PlanSettings.Default with { MostPerCircle = 1 }));
        Assert.Equal("variety: 1 of the facet personal are planned", WhyNotBob(both, PlanSettings.Default with { MostPerFacet = 1 }));
        Assert.Equal(
            "dormant, and the 1 place for such ties is taken",
            Assert.Single(Plan([Ada, Bob], dormant, Weekly, PlanSettings.Default with { DormantPlaces = 1 }).LeftOut).ToString());
        Assert.Empty(Plan([Ada, Bob], dormant, Weekly, PlanSettings.Default with { DormantPlaces = 2 }).LeftOut);
        Assert.Equal(
            "every week; worth reviving: 203 days since a touch that counts",
            Plan([Bob], [.. Enumerable.Range(0, 4).Select(i => Voice(Bob, 203 + i))], Weekly).Items[0].Reason.ToString());
    }

    [Fact]
    public void Plan_MinutesOfAChannel_DecideWhatFits()
    {
        Touchpoint[] own = [Voice(Ada, 8), Message(Ada, 20)];

        Assert.Equal("voice", Assert.Single(Plan([Ada], own, Weekly).Items).Channel.Name);
        Assert.Equal(
            "message", Assert.Single(Plan([Ada], own, Weekly, PlanSettings.Default.WithMinutes(Channel.Voice, 100)).Items).Channel.Name);
        Assert.Equal("message", Assert.Single(Plan([Ada], own, Weekly, PlanSettings.Default.Without(Channel.Voice)).Items).Channel.Name);
    }

    [Fact]
    public void Plan_ATieThatLightChannelsHold_IsOfferedACall()
    {
        Touchpoint[] messages = [.. Enumerable.Range(0, 6).Select(i => Message(Ada, 8 + (7 * i)))];

        var ample = Assert.Single(Plan([Ada], messages, Weekly).Items);
        Assert.Equal(
            ("voice", "so far only light channels hold the tie; this one deepens it"),
            (ample.Channel.Name, Assert.Single(ample.Notes).ToString()));

        var tight = Assert.Single(Plan([Ada], messages, Weekly, PlanSettings.Default with { MinutesPerWeek = 10 }).Items);
        Assert.Equal(
            ("message", "light channels alone hold the tie; voice (20 min) would deepen it"),
            (tight.Channel.Name, Assert.Single(tight.Notes).ToString()));
        Assert.Empty(Assert.Single(Plan([Ada], [.. messages, Voice(Ada, 300)], Weekly).Items).Notes);
    }

    [Fact]
    public void Plan_NeverInTouch_GoesWhereTheyCanBeReached()
    {
        var plan = Weekly with { Since = Monday.PlusDays(-10) };

        Assert.Equal("message", Assert.Single(Plan([Ada], [], plan).Items).Channel.Name);
        Assert.Equal(
            "e-mail", Assert.Single(Plan([Ada with { Addresses = [Address.Email("ada@example.org")] }], [], plan).Items).Channel.Name);
    }

    [Fact]
    public void Plan_APolicyThatOnlyACallSatisfies_ProposesACall() =>
        Assert.Equal(
            "voice",
            Assert.Single(
                Plan(
                    [Ada], [Message(Ada, 8)],
                    new CadenceRules { Policy = Cadence.Counting(Weekly.Policy!, TouchpointFilter.By(Channel.Voice)) },
                    PlanSettings.Default with { MinutesPerWeek = 20 }).Items).Channel.Name);

    [Fact]
    public void Plan_APolicyThatOnlyThanksSatisfy_SaysThanks() =>
        Assert.Equal(
            Gesture.Thank,
            Assert.Single(
                Plan(
                    [Ada], [Message(Ada, 8), Message(Ada, 9)], new CadenceRules
                    {
                        Policy = Cadence.Counting(Weekly.Policy!, new TouchpointFilter { Gestures = [Gesture.Thank] })
                    }).Items).Gesture);

    [Fact]
    public void Gesture_FollowsFromFacts()
    {
        var help = new Touchpoint(Ada.Id, AsOf - Duration.FromDays(30), Channel.Message, Direction.Incoming) { Gesture = Gesture.Help };
        var thanks = new Touchpoint(Ada.Id, AsOf - Duration.FromDays(20), Channel.Message, Direction.Outgoing) { Gesture = Gesture.Thank };
        var wrote = new Touchpoint(Ada.Id, AsOf - Duration.FromDays(8), Channel.Message, Direction.Incoming);
        var birthday = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 1))] };

        Assert.Equal(Gesture.Thank, Of(Ada, Message(Ada, 9), help));
        Assert.Equal(Gesture.CheckIn, Of(Ada, Message(Ada, 9), thanks, help));
        Assert.Equal(Gesture.FollowUp, Of(Ada, wrote, Message(Ada, 12)));
        Assert.Equal(Gesture.FollowUp, Of(Ada, Message(Ada, 9)));
        Assert.Equal(Gesture.Share, Of(Ada, Message(Ada, 9) with { Gesture = Gesture.CheckIn }, Message(Ada, 12)));
        Assert.Equal(Gesture.Congratulate, Of(birthday, Message(Ada, 9), help));
        Assert.Equal(
            Gesture.Invite,
            Assert.Single(
                Plan(
                    [Ada], [Touch(Ada, 9, Channel.InPerson), Touch(Ada, 12, Channel.InPerson)], Weekly,
                    PlanSettings.Default.Without(Channel.Message)
                        .Without(Channel.Email)
                        .Without(Channel.Social)
                        .Without(Channel.Letter)).Items).Gesture);

        static Gesture Of(Contact contact, params Touchpoint[] own) =>
            Assert.Single(Plan([contact], own, Weekly, PlanSettings.Default with { MinutesPerWeek = 5 }).Items).Gesture;
    }

    [Fact]
    public void Reason_FollowsFromThePolicy()
    {
        var birthday = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 5))] };
        var wrote = new Touchpoint(Ada.Id, AsOf - Duration.FromDays(5), Channel.Message, Direction.Incoming);

        Assert.Equal(
            "a birthday on 2026-03-05",
            Plan([birthday], [Message(Ada, 9)], new CadenceRules { Policy = Cadence.Occasions(2) }).Items[0].Reason.ToString());
        Assert.Equal(
            "they wait for an answer since 2026-02-25",
            Plan([Ada], [wrote], new CadenceRules { Policy = Cadence.ReplyOwed() }).Items[0].Reason.ToString());
        Assert.Equal(
            "every week, 16 days ago; a good time was up to 2026-02-24",
            Plan([Ada], [Message(Ada, 16)], Weekly).Items[0].Reason.ToString());
    }

    [Fact]
    public void Plan_AnOccasionInTheWeekOfATouch_IsServedByTheSameTouch()
    {
        var birthday = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 5))] };
        var plan = new CadenceRules { Policy = Cadence.Soonest(Weekly.Policy!, Cadence.Occasions()) };

        Assert.Equal(
            "2026-03-05 message (5 min): a birthday on 2026-03-05",
            Assert.Single(Plan([birthday], [Voice(Ada, 8)], plan).Items).ToString());
        Assert.Equal(Gesture.Congratulate, Plan([birthday], [Voice(Ada, 8)], plan).Items[0].Gesture);
        Assert.Equal(PlanReasonCode.Wanted, Assert.Single(Plan([birthday], [Voice(Ada, 8)], Weekly).Items).Reason.Code);
    }

    [Fact]
    public void Plan_ADate_PassesEveryCapButTheMinutes()
    {
        var full = PlanSettings.Default with
        {
            MostPerDay = 1,
            MinutesPerDay = 0,
            MostPerCircle = 1,
            MostPerFacet = 1,
            WorkingDays = [IsoDayOfWeek.Monday]
        };
        Contact[] three =
            [.. new[] { "ada", "bob", "cy" }.Select(
                id => Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 1))] })
            .Select(
                (contact, i) =>
                    new Contact(
                        ContactId.FromValue($"c{i}"), "C") { Circle = contact.Circle, Facets = contact.Facets,
                        Occasions = contact.Occasions })];
        var occasions = new CadenceRules { Policy = Cadence.Occasions() };

        Assert.Equal(["c0", "c1", "c2"], Plan(three, [], occasions, full).Items.Select(item => item.Contact.Id.Value));
        Assert.Equal(2, Plan(three, [], occasions, full with { MinutesPerWeek = 10 }).Items.Length);
    }

    [Theory]
    [InlineData(0, 2, "message", Gesture.Share, "gentle start: at most 2 small steps, the smallest that count")]
    [InlineData(1, 3, "message", Gesture.CheckIn, "gentle, warmed up by 1 of the last 4 weeks: at most 3 steps")]
    [InlineData(2, 4, "voice", Gesture.CheckIn, "gentle, warmed up by 2 of the last 4 weeks: at most 4 steps")]
    [InlineData(3, 5, "voice", Gesture.CheckIn, "gentle, warmed up by 3 of the last 4 weeks: at most 5 steps")]
    [InlineData(4, 6, "voice", Gesture.CheckIn, "gentle, warmed up by 4 of the last 4 weeks: at most 6 steps")]
    public void Plan_Gentle_WarmsUpWithTheWeeksBefore(int weeks, int steps, string channel, Gesture gesture, string note)
    {
        Touchpoint[] own =
        [
            Incoming(40),
            Incoming(50),
            Touch(Ada, 60, Channel.Voice),
            .. Enumerable.Range(0, weeks).Select(week => Touch(Ada, 2 + (7 * week), Channel.Message) with { Outcome = Outcome.Attempted })
        ];

        // Steps that reach nobody count as steps all the same; those with others are another matter.
        var plan = Plan(
            [Ada], own, new CadenceRules { Policy = Cadence.Every(Period.FromDays(35)) }, PlanSettings.Default with { IsGentle = true });

        var item = Assert.Single(plan.Items);
        Assert.Equal((channel, gesture), (item.Channel.Name, weeks == 0 ? item.Gesture : gesture));
        Assert.Equal((weeks, steps, note), (plan.Pace!.WeeksWithAStep, plan.Pace.MostSteps, Assert.Single(plan.Notes).ToString()));

        static Touchpoint Incoming(int days) =>
            Touch(Ada, days, Channel.Message) with { Direction = Direction.Incoming, Outcome = Outcome.Answered };
    }

    [Fact]
    public void Plan_Gentle_StopsAtItsSteps()
    {
        Contact[] three = [Ada, Bob, new Contact(ContactId.FromValue("cy"), "Cy")];
        var plan = Plan(three, [], Weekly with { Since = Monday.PlusDays(-10) }, PlanSettings.Default with { IsGentle = true });

        Assert.Equal(2, plan.Items.Length);
        Assert.Equal("2 steps are enough for this week", Assert.Single(plan.LeftOut).ToString());
        Assert.Equal(
            "no step that would count is small enough yet",
            WhyNot(
                new CadenceRules { Policy = Cadence.Counting(Weekly.Policy!, TouchpointFilter.Rich) }, Incoming(9),
                PlanSettings.Default with { IsGentle = true }));

        static Touchpoint Incoming(int days) => Touch(Ada, days, Channel.Voice) with { Direction = Direction.Incoming };
    }

    [Fact]
    public void Plan_InTheMiddleOfTheWeek_LeavesPastDaysAlone() =>
        Assert.Equal(
            Monday.PlusDays(2),
            Assert.Single(Book([Ada], [Voice(Ada, 8)], Weekly).PlanWeek(AsOf + Duration.FromDays(2), Monday).Items).Day);

    [Fact]
    public void Plan_ABadWeek_IsRefused()
    {
        var book = Book([Ada], [], Weekly);

        Assert.Contains(
            "2026-03-03, a Tuesday", Assert.Throws<ArgumentException>(() => book.PlanWeek(AsOf, Monday.PlusDays(1))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "is over on 2026-03-09", Assert.Throws<ArgumentException>(() => book.PlanWeek(AsOf + Duration.FromDays(7), Monday)).Message,
            StringComparison.Ordinal);
        Assert.Empty(book.PlanWeek(AsOf + Duration.FromDays(6), Monday).Items);
        Assert.Throws<ArgumentException>(() => book.PlanWeek(AsOf, Monday.WithCalendar(CalendarSystem.Coptic)));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.PlanWeek(AsOf, new LocalDate(9999, 12, 27)));
        Assert.Throws<ArgumentException>(
            () => new WeeklyPlanner().Plan([Ada, Ada], new TouchpointLog(), book.Scorer, Weekly, Monday, AsOf));
    }

    [Fact]
    public void Settings_OutsideTheirRanges_AreAllNamed()
    {
        var message = Assert.Throws<ArgumentException>(() => new WeeklyPlanner(new PlanSettings
        {
            MinutesPerWeek = -1,
            MinutesPerDay = 1_441,
            MostPerDay = 0,
            DormantPlaces = -1,
            MostPerCircle = 0,
            MostPerFacet = 1_001,
            WorkingDays = [],
        }.WithMinutes(Channel.Voice, 0))).Message;

        Assert.All(
            [
                "MinutesPerWeek is -1", "MinutesPerDay is 1441", "MostPerDay is 0", "DormantPlaces is -1", "MostPerCircle is 0",
                "MostPerFacet is 1001", "WorkingDays", "'voice' is 0"
            ],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Equal("90 minutes a week, 45 and 4 touches a day", new WeeklyPlanner().ToString());
        Assert.Equal(PlanSettings.Default, PlanSettings.Default with { WorkingDays = [.. PlanSettings.Default.WorkingDays.Reverse()] });
        Assert.NotEqual(PlanSettings.Default, PlanSettings.Default.WithMinutes(Channel.Voice, 21));
    }

    [Fact]
    public void Texts_EveryCode_HasWordsThatDoNotScold() =>
        Assert.All(Enum.GetValues<PlanReasonCode>(), code =>
        {
            var text = new PlanReason(code)
            {
                Count = 1,
                Days = 2,
                Minutes = 3,
                Date = Monday,
                Until = Monday,
                Channel = Channel.Voice,
                Name = "inner",
                Policy = Weekly.Policy
            }.ToString();
            Assert.NotEqual(code.ToString(), text);
            Assert.All(
                (string[])["overdue", "late ", "should", "neglect", "fail", "owe", "debt", "!"],
                word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        });

    private static string WhyNot(CadenceRules cadences, Touchpoint touch, PlanSettings? settings = null)
    {
        var plan = Plan([Ada], [touch], cadences, settings);
        Assert.Empty(plan.Items);
        return Assert.Single(plan.LeftOut).ToString();
    }

    private static string WhyNotBob(Touchpoint[] touchpoints, PlanSettings settings)
    {
        // Ada gains as much and comes first.
        var left = Assert.Single(Plan([Ada, Bob], touchpoints, Weekly, settings).LeftOut);
        Assert.Equal(Bob, left.Contact);
        return left.ToString();
    }

    private static WeekPlan Plan(Contact[] contacts, Touchpoint[] touchpoints, CadenceRules cadences, PlanSettings? settings = null) =>
        Book(contacts, touchpoints, cadences).PlanWeek(AsOf, Monday, settings);

    private static RelationshipBook Book(
        Contact[] contacts, Touchpoint[] touchpoints, CadenceRules cadences, ScoreSettings? settings = null)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, settings ?? ScoreSettings.Default, DateTimeZone.Utc), contacts, log, cadences);
    }

    private static Touchpoint Voice(Contact contact, int days) => Touch(contact, days, Channel.Voice) with { Direction = Direction.Mutual };

    private static Touchpoint Message(Contact contact, int days) => Touch(contact, days, Channel.Message);

    private static Touchpoint Touch(Contact contact, int days, Channel channel) =>
        new(contact.Id, AsOf - Duration.FromDays(days), channel, Direction.Outgoing);
}
