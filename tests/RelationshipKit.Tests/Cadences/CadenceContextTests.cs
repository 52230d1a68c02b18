using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Cadences;

public class CadenceContextTests
{
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada");
    private static readonly LocalDate Day = new(2026, 3, 2);
    private static readonly LocalDate Julian = Day.WithCalendar(CalendarSystem.Julian);

    [Fact]
    public void Context_BadArguments_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("contact", () => new CadenceContext(null!, Day, Day));
        Assert.Contains(
            "The date is 0000-12-31; it must be from 0001-01-01 to 9999-12-31.",
            Assert.Throws<ArgumentOutOfRangeException>("reference", () => new CadenceContext(Ada, new LocalDate(0, 12, 31), Day)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "it must be in ISO", Assert.Throws<ArgumentException>("today", () => new CadenceContext(Ada, Day, Julian)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The date is 2026-03-03; it must not come after the reference, 2026-03-02.",
            Assert.Throws<ArgumentOutOfRangeException>(
                "Start", () => new CadenceContext(Ada, Day, Day) { Start = Day.PlusDays(1) }).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("Start", () => new CadenceContext(Ada, Day, Day) { Start = Julian });
        Assert.NotNull(new CadenceContext(Ada, new LocalDate(9999, 12, 31), new LocalDate(1, 1, 1)));
    }

    [Fact]
    public void Context_UnlessSaidOtherwise_KnowsNothing()
    {
        var context = new CadenceContext(Ada, Day, Day.PlusDays(3)) { Touchpoints = default };

        Assert.Equal((Day, DateTimeZone.Utc, null, 0), (context.Start, context.Zone, context.Facet, context.Touchpoints.Length));
        Assert.Equal((default, CadencePolicies.Empty, ContactWishes.None), (context.Rhythm, context.Policies, context.Wishes));
        Assert.Equal("counted from 2026-03-02, on 2026-03-05", context.ToString());
    }

    [Fact]
    public void CountedFrom_AnotherDate_KeepsAllElse()
    {
        var touch = Touch(Day, Channel.Voice);
        var context = new CadenceContext(Ada, Day, Day.PlusDays(1))
        {
            Facet = Facet.Family,
            Start = Day.PlusDays(-5),
            Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
            Touchpoints = [touch],
            Rhythm = Known(),
            Policies = CadencePolicies.Empty.Add("a", Cadence.Never),
            Wishes = new ContactWishes { NoContact = true },
        };
        var earlier = context.CountedFrom(Day.PlusDays(-9));

        Assert.Same(context, context.CountedFrom(Day));
        Assert.Equal((Day.PlusDays(-9), Day.PlusDays(-9)), (earlier.Reference, earlier.Start));
        Assert.Equal(Day.PlusDays(-5), context.CountedFrom(Day.PlusDays(-3)).Start);
        Assert.Equal(
            (context.Contact, context.Today, context.Facet, context.Zone), (earlier.Contact, earlier.Today, earlier.Facet, earlier.Zone));
        Assert.Equal(
            (context.Touchpoints, context.Rhythm, context.Policies, context.Wishes),
            (earlier.Touchpoints, earlier.Rhythm, earlier.Policies, earlier.Wishes));
        Assert.Throws<ArgumentException>("reference", () => context.CountedFrom(Julian));
    }

    [Fact]
    public void LastTouch_OfAKind_IsTheLastNotBeforeTheStart()
    {
        var context = new CadenceContext(Ada, Day, Day)
        {
            Start = Day.PlusDays(-10),
            Touchpoints =
            [
                Touch(Day.PlusDays(-11), Channel.Letter),
                Touch(Day.PlusDays(-10), Channel.Video),
                Touch(Day.PlusDays(-4), Channel.Voice),
                Touch(Day.PlusDays(-2), Channel.Voice) with { Outcome = Outcome.Attempted }
            ],
        };

        Assert.Equal(Day.PlusDays(-2), context.LastTouch(touchpoint => touchpoint.Channel == Channel.Voice));
        Assert.Equal(Day.PlusDays(-4), context.LastTouch(TouchpointFilter.By(Channel.Voice)));
        Assert.Equal(Day.PlusDays(-10), context.LastTouch(TouchpointFilter.By(Channel.Video)));
        Assert.Equal(Day.PlusDays(-10), context.LastTouch(touchpoint => touchpoint.Channel == Channel.Video));
        Assert.Null(context.LastTouch(TouchpointFilter.By(Channel.Letter)));
        Assert.Null(context.LastTouch(touchpoint => touchpoint.Channel == Channel.Letter));
        Assert.Null(context.LastTouch(TouchpointFilter.By(Channel.Email)));
        Assert.Throws<ArgumentNullException>("condition", () => context.LastTouch((Predicate<Touchpoint>)null!));
        Assert.Throws<ArgumentNullException>("qualifying", () => context.LastTouch((TouchpointFilter)null!));
    }

    [Fact]
    public void History_UpToAnInstant_EndsWithIt()
    {
        ImmutableArray<Touchpoint> touchpoints =
            [Touch(Day, Channel.Voice), Touch(Day.PlusDays(1), Channel.Voice), Touch(Day.PlusDays(2), Channel.Voice)];
        var history = new CadenceHistory(Ada, touchpoints, touchpoints[1].At, DateTimeZone.Utc);

        Assert.Equal(touchpoints[..2].AsEnumerable(), history.Touchpoints);
        Assert.Equal((Day.PlusDays(1), Day.PlusDays(1), Day), (history.Today, history.LastTouch, history.FirstMet));
        Assert.Equal("2 touchpoints up to 2026-03-03", history.ToString());
        Assert.Empty(new CadenceHistory(Ada, default, touchpoints[1].At, DateTimeZone.Utc).Touchpoints);
        Assert.Throws<ArgumentNullException>("contact", () => new CadenceHistory(null!, [], touchpoints[0].At, DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>("zone", () => new CadenceHistory(Ada, [], touchpoints[0].At, null!));
    }

    // A year or a month is taken for its last day, and the first touch is never before the day they met.
    [Theory]
    [InlineData("2025", false, "2025-12-31")]
    [InlineData("2024-02", false, "2024-02-29")]
    [InlineData("2025-06-30", false, "2025-06-30")]
    [InlineData("--06-30", false, null)]
    [InlineData("2025", true, "2025-12-31")]
    [InlineData("2026", true, "2026-03-02")]
    [InlineData("--06-30", true, "2026-03-02")]
    public void FirstMet_OfAnOriginAndATouch_IsTheEarlierOne(string met, bool isTouched, string? expected)
    {
        var contact = Ada with { Origin = new Origin { When = PartialDate.Parse(met) } };
        ImmutableArray<Touchpoint> attempt = [Touch(Day.PlusDays(-1), Channel.Voice) with { Outcome = Outcome.Attempted }];
        var history = new CadenceHistory(
            contact, isTouched ? attempt.Add(Touch(Day, Channel.Voice)) : attempt, Touch(Day, Channel.Voice).At, DateTimeZone.Utc);

        Assert.Equal(expected, history.FirstMet is { } date ? NodaTime.Text.LocalDatePattern.Iso.Format(date) : null);
        Assert.Equal(isTouched ? Day : null, history.LastTouch);
    }

    private static Rhythm Known()
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
        return scorer.ScoreAt(
            [Touch(Day, Channel.Voice), Touch(Day.PlusDays(3), Channel.Voice)], Touch(Day.PlusDays(9), Channel.Voice).At).Rhythm;
    }

    private static Touchpoint Touch(LocalDate day, Channel channel) =>
        new(Ada.Id, day.At(new LocalTime(12, 0)).InUtc().ToInstant(), channel, Direction.Mutual);
}
