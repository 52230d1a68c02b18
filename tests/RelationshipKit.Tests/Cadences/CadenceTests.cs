using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Cadences;

public class CadenceTests
{
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada");

    [Theory]
    [InlineData("2026-01-28", 21, "2026-02-18", "2026-02-28")]
    [InlineData("2026-01-28", 1, "2026-01-29", "2026-01-29")]
    [InlineData("2026-01-28", 3, "2026-01-31", "2026-02-01")]
    public void Every_Days_ToleratesHalfTheInterval(string reference, int days, string ideal, string latest) =>
        AssertWindow(ideal, latest, Cadence.Every(Period.FromDays(days)), On(reference));

    [Theory]
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-03-31", "2026-04-30")]
    [InlineData("2026-02-28", "2026-03-28")]
    public void Every_AMonth_EndsOnTheLastDayOfAShorterOne(string reference, string ideal) =>
        Assert.Equal(Day(ideal), Ideal(Cadence.Every(Period.FromMonths(1)), On(reference)));

    [Fact]
    public void Every_AYearFrom29February_Is28February() =>
        Assert.Equal(Day("2025-02-28"), Ideal(Cadence.Every(Period.FromYears(1)), On("2024-02-29")));

    [Fact]
    public void Every_PastTheEndOfTime_AsksForNothing()
    {
        Assert.Null(Cadence.Every(Period.FromDays(2)).NextDue(On("9999-12-29")));
        Assert.Equal(Day("9999-12-30"), Ideal(Cadence.Every(Period.FromDays(1)), On("9999-12-29")));
        Assert.Null(Cadence.Every(Period.FromYears(1)).NextDue(On("9999-01-01")));
        Assert.Null(Cadence.Every(Period.FromMonths(1)).NextDue(On("9999-12-01")));
    }

    [Fact]
    public void Every_WithATolerance_ToleratesSoManyDays() =>
        AssertWindow("2026-02-18", "2026-02-20", Cadence.Every(Period.FromWeeks(3), 2), On("2026-01-28"));

    [Fact]
    public void Every_WhatIsNoInterval_IsRefusedByValue()
    {
        Assert.Contains(
            "it must be whole days, weeks, months and years, none negative, from P1D to P100Y",
            Assert.Throws<ArgumentOutOfRangeException>("period", () => Cadence.Every(Period.Zero)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Cadence.Every(Period.FromDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Cadence.Every(Period.FromMonths(1) + Period.FromDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Cadence.Every(Period.FromHours(24)));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Cadence.Every(Period.FromYears(101)));
        Assert.Throws<ArgumentOutOfRangeException>("toleranceDays", () => Cadence.Every(Period.FromDays(1), -1));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-04", "2026-03-05")]
    [InlineData("2026-03-04", "2026-03-06", "2026-03-08")]
    [InlineData("2026-03-06", "2026-03-11", "2026-03-12")]
    public void Weekly_OnTwoDays_ToleratesHalfTheWayToTheNext(string reference, string ideal, string latest) =>
        AssertWindow(ideal, latest, Cadence.Weekly(IsoDayOfWeek.Friday, IsoDayOfWeek.Wednesday), On(reference));

    [Theory]
    [InlineData("2026-01-01", "2026-01-31")]
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2026-02-28", "2026-03-31")]
    [InlineData("2026-04-29", "2026-04-30")]
    [InlineData("2099-04-30", "2099-05-31")]
    public void Fixed_MonthlyFromThe31st_ComesBackToThe31st(string reference, string ideal) =>
        Assert.Equal(Day(ideal), Ideal(Cadence.Fixed(new LocalDate(2026, 1, 31), Period.FromMonths(1)), On(reference)));

    [Fact]
    public void Fixed_YearlyFrom29February_ComesBackInLeapYears()
    {
        var policy = Cadence.Fixed(new LocalDate(2024, 2, 29), Period.FromYears(1));

        Assert.Equal(
            [Day("2025-02-28"), Day("2028-02-29")], new[] { "2024-02-29", "2027-02-28" }.Select(reference => Ideal(policy, On(reference))));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-04")]
    [InlineData("2026-03-02 2026-03-03", "2026-03-17")]
    [InlineData("2026-03-02 2026-03-02", "2026-03-04")]
    [InlineData("2026-03-02 2026-03-03 2026-03-20", "2026-05-01")]
    [InlineData("2026-03-02 2026-03-03 2026-03-20 2026-05-01", "2026-06-12")]
    public void Ladder_AfterEachTouch_ClimbsOneRung(string touches, string ideal)
    {
        var ladder = Cadence.Ladder(Cadence.Every(Period.FromDays(30)), Period.FromDays(2), Period.FromWeeks(2), Period.FromWeeks(6));

        Assert.Equal(Day(ideal), Ideal(ladder, Touched(touches)));
    }

    [Fact]
    public void Ladder_BeforeAnyTouch_CountsFromTheDayTheyMet() =>
        Assert.Equal(Day("2026-03-04"), Ideal(Cadence.Ladder(Cadence.Never, Period.FromDays(2)), On("2026-03-02")));

    [Fact]
    public void Ladder_Descending_IsRefused() =>
        Assert.Contains(
            "The rung 2 days follows 2 weeks",
            Assert.Throws<ArgumentException>("rungs", () => Cadence.Ladder(Cadence.Never, Period.FromDays(14), Period.FromDays(2))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromRhythm_OfAUsualGap_StaysWithinBounds()
    {
        AssertWindow("2026-03-27", "2026-04-08", Cadence.FromRhythm(7, 60), WithGap(24.2));
        AssertWindow("2026-03-09", "2026-03-12", Cadence.FromRhythm(7, 60), WithGap(3.5));
        AssertWindow("2026-05-01", "2026-05-31", Cadence.FromRhythm(7, 60), WithGap(500));
        AssertWindow("2026-05-01", "2026-05-31", Cadence.FromRhythm(7, 60), On("2026-03-02"));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-06-01", "2026-06-13")]
    [InlineData("2026-05-31", "2026-06-01", "2026-06-13")]
    [InlineData("2026-06-01", "2026-06-01", "2026-06-13")]
    [InlineData("2026-06-09", "2026-06-01", "2026-06-13")]
    [InlineData("2026-06-10", "2027-06-01", "2027-06-13")]
    [InlineData("2026-06-14", "2027-06-01", "2027-06-13")]
    public void Occasions_WithLeadDays_AreKeptFromTheDayOn(string reference, string ideal, string latest)
    {
        var born = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(6, 10))] };

        AssertWindow(ideal, latest, Cadence.Occasions(leadDays: 9), new CadenceContext(born, Day(reference), Day(reference)));
    }

    [Fact]
    public void Occasions_On29February_FollowTheirRule()
    {
        var born = Ada with
        {
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29)) { LeapDayRule = LeapDayRule.FirstOfMarch }]
        };

        Assert.Equal(Day("2026-03-01"), Ideal(Cadence.Occasions(), new CadenceContext(born, Day("2026-01-01"), Day("2026-01-01"))));
        Assert.Null(Cadence.Occasions().NextDue(On("2026-01-01")));
    }

    [Fact]
    public void Counting_ByChannel_CountsFromTheLastOfThem()
    {
        var context = new CadenceContext(Ada, Day("2026-03-02"), Day("2026-03-02"))
        {
            Start = Day("2025-01-15"),
            Touchpoints =
            [
                Made("2026-01-01", Channel.InPerson),
                Made("2026-02-01", Channel.InPerson) with { Outcome = Outcome.Attempted },
                Made("2026-03-02", Channel.Message)
            ],
        };

        Assert.Equal(Day("2026-07-01"), Ideal(Cadence.Counting(Cadence.Every(Period.FromMonths(6)), TouchpointFilter.Rich), context));
        Assert.Equal(
            Day("2025-07-15"), Ideal(Cadence.Counting(Cadence.Every(Period.FromMonths(6)), TouchpointFilter.By(Channel.Letter)), context));
    }

    [Theory]
    [InlineData("i2026-03-02", "2026-03-04")]
    [InlineData("i2026-03-01 i2026-03-02", "2026-03-03")]
    [InlineData("i2026-03-01 i2026-03-09", "2026-03-10")]
    [InlineData("i2026-03-02 o2026-03-03", null)]
    [InlineData("i2026-03-02 m2026-03-03", null)]
    [InlineData("o2026-03-02", null)]
    [InlineData("o2026-03-01 i2026-03-02 a2026-03-03", "2026-03-04")]
    public void ReplyOwed_AfterTheirs_AsksUntilAnswered(string touches, string? ideal)
    {
        var due = Cadence.ReplyOwed(2).NextDue(Touched(touches));

        Assert.Equal(ideal is null ? null : Day(ideal), due?.Ideal);
    }

    [Fact]
    public void ReplyOwed_AfterACallOrAnAnswer_AsksForNothing()
    {
        var written = Made("2026-03-01", Channel.Letter, Direction.Incoming);
        var context = On("2026-03-02");
        CadenceContext After(Touchpoint last) =>
            new(Ada, context.Reference, context.Today) { Start = written.At.InUtc().Date, Touchpoints = [written, last] };

        Assert.Equal(Day("2026-03-03"), Ideal(Cadence.ReplyOwed(), After(Made("2026-03-02", Channel.Message, Direction.Incoming))));
        Assert.Null(Ideal(Cadence.ReplyOwed(), After(Made("2026-03-02", Channel.Voice, Direction.Incoming))));
        Assert.Null(
            Ideal(Cadence.ReplyOwed(), After(Made("2026-03-02", Channel.Message, Direction.Incoming) with { Outcome = Outcome.Answered })));
        Assert.Equal(
            Day("2026-03-03"),
            Ideal(Cadence.ReplyOwed(), After(Made("2026-03-02", Channel.Voice, Direction.Incoming) with { Outcome = Outcome.Attempted })));
    }

    [Fact]
    public void Soonest_OfTwo_TakesTheEarlierIdealThenTheEarlierLatest()
    {
        var (week, twoWeeks, strict) =
            (Cadence.Every(Period.FromDays(7)), Cadence.Every(Period.FromDays(14)), Cadence.Every(Period.FromDays(7), 0));

        AssertWindow("2026-03-09", "2026-03-12", Cadence.Soonest(twoWeeks, week), On("2026-03-02"));
        AssertWindow("2026-03-09", "2026-03-09", Cadence.Soonest(week, strict), On("2026-03-02"));
        AssertWindow("2026-03-16", "2026-03-23", Cadence.Latest(twoWeeks, week, Cadence.Never), On("2026-03-02"));
        Assert.Null(Cadence.Soonest(Cadence.Never, Cadence.Never).NextDue(On("2026-03-02")));
    }

    [Fact]
    public void AtLeastAndAtMost_BoundTheIdealDate()
    {
        var month = Cadence.Every(Period.FromDays(30));

        AssertWindow("2026-04-11", "2026-04-26", Cadence.AtLeast(month, Period.FromDays(40)), On("2026-03-02"));
        AssertWindow("2026-04-01", "2026-04-16", Cadence.AtLeast(month, Period.FromDays(30)), On("2026-03-02"));
        AssertWindow("2026-03-12", "2026-03-27", Cadence.AtMost(month, Period.FromDays(10)), On("2026-03-02"));
        AssertWindow("2026-04-01", "2026-04-16", Cadence.AtMost(month, Period.FromDays(31)), On("2026-03-02"));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-04-10")]
    [InlineData("2026-04-01", "2026-05-01")]
    [InlineData("2026-08-31", "2026-09-30")]
    [InlineData("2026-09-01", "2027-04-10")]
    public void Between_Seasons_WaitsForTheNext(string reference, string ideal) =>
        Assert.Equal(
            Day(ideal),
            Ideal(Cadence.Between(Cadence.Every(Period.FromDays(30)), new AnnualDate(4, 10), new AnnualDate(9, 30)), On(reference)));

    [Theory]
    [InlineData("2026-10-02", "2026-11-01")]
    [InlineData("2026-12-20", "2027-01-19")]
    [InlineData("2026-02-02", "2026-11-01")]
    public void Between_OverTheTurnOfTheYear_IsOneSeason(string reference, string ideal) =>
        Assert.Equal(
            Day(ideal),
            Ideal(Cadence.Between(Cadence.Every(Period.FromDays(30)), new AnnualDate(11, 1), new AnnualDate(2, 28)), On(reference)));

    [Theory]
    [InlineData("2026-02-27", "2026-03-09")]
    [InlineData("2026-03-02", "2026-03-09")]
    [InlineData("2026-03-03", "2026-03-10")]
    public void NotOn_AWeekend_MovesToMonday(string reference, string ideal) =>
        Assert.Equal(
            Day(ideal),
            Ideal(
                Cadence.NotOn(
                    Cadence.Every(Period.FromDays(reference == "2026-02-27" ? 8 : 7)), IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday),
                On(reference)));

    [Theory]
    [InlineData("", "2026-03-12")]
    [InlineData("o2026-03-02", "2026-03-12")]
    [InlineData("o2026-02-20 o2026-03-02", "2026-03-22")]
    [InlineData("o2026-02-20 a2026-03-02", "2026-03-22")]
    [InlineData("o2026-02-20 o2026-03-02 o2026-03-02", "2026-03-22")]
    [InlineData("o2026-02-10 o2026-02-20 o2026-03-02", null)]
    [InlineData("o2026-02-10 o2026-02-20 i2026-02-25 o2026-03-02", "2026-03-12")]
    public void BackOff_AfterUnansweredTouches_WaitsLongerThenStops(string touches, string? ideal)
    {
        var context = touches.Length == 0 ? On("2026-03-02") : Touched(touches).CountedFrom(Day("2026-03-02"));

        Assert.Equal(ideal is null ? null : Day(ideal), Cadence.BackOff(Cadence.Every(Period.FromDays(10))).NextDue(context)?.Ideal);
    }

    [Fact]
    public void For_SelectsByContactCircleFacetAndTag()
    {
        var close =
            Ada with { Circle = Circle.Close, Facets = [Facet.Professional], Tags = ["alumni"], Aliases = [ContactId.FromValue("a.l.")] };
        var context = new CadenceContext(close, Day("2026-03-02"), Day("2026-03-02"));
        var weekly = Cadence.Every(Period.FromDays(7));
        ContactSelector[] holding =
            [
                ContactSelector.One(close.Id), ContactSelector.One(ContactId.FromValue("a.l.")), ContactSelector.In(Circle.Close),
                ContactSelector.As(Facet.Professional), ContactSelector.Tagged("alumni")
            ];
        ContactSelector[] others =
        [
            ContactSelector.One(ContactId.FromValue("bob")),
            ContactSelector.In(Circle.Inner),
            ContactSelector.As(Facet.Family),
            ContactSelector.Tagged("Alumni")
        ];

        Assert.All(holding, selector => Assert.NotNull(Cadence.For(selector, weekly).NextDue(context)));
        Assert.All(holding, selector => Assert.Null(Cadence.Unless(weekly, selector).NextDue(context)));
        Assert.All(others, selector => Assert.Null(Cadence.For(selector, weekly).NextDue(context)));
        Assert.All(others, selector => Assert.NotNull(Cadence.Unless(weekly, selector).NextDue(context)));
    }

    [Fact]
    public void For_AFacet_IsAboutTheFacetAskedFor()
    {
        var context = new CadenceContext(
            Ada with { Facets = [Facet.Professional] }, Day("2026-03-02"), Day("2026-03-02")) { Facet = Facet.Family };

        Assert.Null(Cadence.For(ContactSelector.As(Facet.Professional), Cadence.Every(Period.FromDays(7))).NextDue(context));
    }

    [Fact]
    public void ByCircle_OfEachStockCircle_WidensFromAWeekToAYear() =>
        Assert.Equal(
            [Day("2026-03-09"), Day("2026-04-02"), Day("2026-09-02"), Day("2027-03-02"), null],
            new[] { Circle.Inner, Circle.Close, Circle.Affinity, Circle.Active, null }
                .Select(
                    circle => Cadence.ByCircle()
                        .NextDue(new CadenceContext(Ada with { Circle = circle }, Day("2026-03-02"), Day("2026-03-02")))?.Ideal));

    [Fact]
    public void Named_AnUnknownName_IsNamedWithThoseKnown()
    {
        var context = new CadenceContext(
            Ada, Day("2026-03-02"), Day("2026-03-02")) { Policies = CadencePolicies.Empty.Add("letters", Cadence.Never) };
        var error = Assert.Throws<CadencePolicyNotFoundException>(() => Cadence.Named("alumni").NextDue(context));

        Assert.Equal("alumni", error.Name);
        Assert.Equal("No cadence policy is named \"alumni\". Known are: letters. Register it before it is asked.", error.Message);
    }

    [Fact]
    public void Policies_ThatLeadInACircle_AreRefused()
    {
        var policies = CadencePolicies.Empty.Add("a", Cadence.Soonest(Cadence.Named("b"), Cadence.Never))
            .Add("b", Cadence.AtLeast(Cadence.Named("c"), Period.FromDays(1)));

        Assert.Contains(
            "c -> a -> b -> c", Assert.Throws<ArgumentException>("policy", () => policies.Add("c", Cadence.Named("a"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "a -> a", Assert.Throws<ArgumentException>("policy", () => CadencePolicies.Empty.Add("a", Cadence.Named("a"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("name", () => policies.Add("a", Cadence.Never));
        Assert.Equal(["a", "b"], policies.Names);
    }

    [Fact]
    public void ToString_OfEach_ReadsAsEnglish()
    {
        var weekly = Cadence.Every(Period.FromWeeks(1));
        (string Expected, ICadencePolicy Policy)[] rows =
        [
            ("every week", weekly),
            ("every 3 weeks", Cadence.Every(Period.FromDays(21))),
            ("every 10 days", Cadence.Every(Period.FromDays(10))),
            ("every 1 month and 2 weeks", Cadence.Every(Period.FromMonths(1) + Period.FromWeeks(2))),
            ("never", Cadence.Never),
            ("each Monday and Friday", Cadence.Weekly(IsoDayOfWeek.Friday, IsoDayOfWeek.Monday)),
            ("every month from 2026-01-31", Cadence.Fixed(new LocalDate(2026, 1, 31), Period.FromMonths(1))),
            ("2 days, then 2 weeks after a first meeting, then "
                + "every week", Cadence.Ladder(weekly, Period.FromDays(2), Period.FromDays(14))),
            ("as often as usual, every 7 to 180 days", Cadence.FromRhythm()),
            ("when the strength falls to 0.2, every 7 to 365 days", Cadence.WhenStrengthFallsTo(Strength.FromValue(0.2))),
            ("on occasions", Cadence.Occasions()),
            ("on occasions, from 1 day before", Cadence.Occasions(1)),
            ("an answer within 2 days", Cadence.ReplyOwed()),
            ("every week by voice or video", Cadence.Counting(weekly, TouchpointFilter.By(Channel.Voice, Channel.Video))),
            ("every week for circle close", Cadence.For(ContactSelector.In(Circle.Close), weekly)),
            ("every week unless tag work", Cadence.Unless(weekly, ContactSelector.Tagged("work"))),
            ("the soonest of (every week; never)", Cadence.Soonest(weekly, Cadence.Never)),
            ("the latest of (every week; never)", Cadence.Latest(weekly, Cadence.Never)),
            ("the first of (every week; never)", Cadence.First(weekly, Cadence.Never)),
            ("every week, at least 2 weeks apart", Cadence.AtLeast(weekly, Period.FromDays(14))),
            ("every week, at most 1 month apart", Cadence.AtMost(weekly, Period.FromMonths(1))),
            ("every week, between 1 November and 28 February", Cadence.Between(weekly, new AnnualDate(11, 1), new AnnualDate(2, 28))),
            ("every week, up to 3 days later", Cadence.Jitter(weekly, 3)),
            ("every week, not on Saturday and Sunday", Cadence.NotOn(weekly, IsoDayOfWeek.Sunday, IsoDayOfWeek.Saturday)),
            ("every week, 2 times as long after each unanswered touch, at most 3 of them", Cadence.BackOff(weekly)),
            ("alumni", Cadence.Named("alumni")),
        ];

        Assert.All(rows, row => Assert.Equal(row.Expected, row.Policy.ToString()));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static CadenceContext On(string reference) => new(Ada, Day(reference), Day(reference));

    private static CadenceContext WithGap(double days)
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
        var first = Instant.FromUtc(2025, 1, 1, 0, 0);
        var rhythm = scorer.ScoreAt(
            [
                new Touchpoint(Ada.Id, first, Channel.Message, Direction.Mutual),
                new Touchpoint(Ada.Id, first + Duration.FromDays(days), Channel.Message, Direction.Mutual)
            ], first + Duration.FromDays(1_000)).Rhythm;
        return new CadenceContext(Ada, Day("2026-03-02"), Day("2026-03-02")) { Rhythm = rhythm };
    }

    // i is theirs, o the owner's, a an attempt of the owner's, m or nothing mutual.
    private static CadenceContext Touched(string touches)
    {
        ImmutableArray<Touchpoint> made = [.. touches.Split(' ').Select((touch, i) =>
            Made(
                touch.TrimStart('i', 'o', 'a', 'm'), Channel.Message,
                touch[0] switch { 'i' => Direction.Incoming, 'o' or 'a' => Direction.Outgoing, _ => Direction.Mutual }, i)
            with { Outcome = touch[0] == 'a' ? Outcome.Attempted : Outcome.Delivered })];
        var contacts = made.Where(touchpoint => touchpoint.IsContact).ToArray();
        var last = contacts[^1].At.InUtc().Date;
        return new CadenceContext(Ada, last, last) { Start = contacts[0].At.InUtc().Date, Touchpoints = made };
    }

    private static Touchpoint Made(string day, Channel channel, Direction direction = Direction.Mutual, int hour = 12) =>
        new(Ada.Id, Day(day).AtMidnight().PlusHours(hour).InUtc().ToInstant(), channel, direction);

    private static LocalDate? Ideal(ICadencePolicy policy, CadenceContext context) => policy.NextDue(context)?.Ideal;

    private static void AssertWindow(string ideal, string latest, ICadencePolicy policy, CadenceContext context) =>
        Assert.Equal($"ideal {ideal}, latest {latest}", policy.NextDue(context).ToString());
}
