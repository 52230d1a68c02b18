using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Briefs;

namespace RelationshipKit.Tests.Planning.Briefs;

public class TalkingPointsTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    // Already the third of March in Tokyo.
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 18, 0);
    private static readonly LocalDate Today = new(2026, 3, 3);
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada");

    [Fact]
    public void Of_NothingNoted_IsNothing() => Assert.Empty(Of(Ada, Did(3, Direction.Incoming, Gesture.CheckIn)));

    [Fact]
    public void Of_OwnPromise_StandsUntilFollowedUp()
    {
        var promise = Did(9.5, Direction.Outgoing, Gesture.Promise) with { Note = "the recipe" };

        var point = Assert.Single(Of(Ada, promise, Did(5, Direction.Incoming, Gesture.FollowUp)));
        Assert.Equal((TalkingPointKind.OwnPromise, new LocalDate(2026, 2, 21), "the recipe"), (point.Kind, point.Date, point.Subject));
        Assert.Empty(Of(Ada, promise, Did(5, Direction.Outgoing, Gesture.Share)));
        Assert.Empty(Of(Ada, promise, Did(5, Direction.Mutual, Gesture.Apology)));
        Assert.Single(Of(Ada, promise, Did(12, Direction.Outgoing, Gesture.Share)));
        Assert.Single(Of(Ada, promise, Did(5, Direction.Outgoing, Gesture.CheckIn)));
    }

    [Fact]
    public void Of_TheirPromise_StandsUntilTheyFollowUp()
    {
        var promise = Did(9, Direction.Incoming, Gesture.Promise);

        Assert.Equal(TalkingPointKind.TheirPromise, Assert.Single(Of(Ada, promise, Did(5, Direction.Outgoing, Gesture.FollowUp))).Kind);
        Assert.Empty(Of(Ada, promise, Did(5, Direction.Incoming, Gesture.FollowUp)));
    }

    [Fact]
    public void Of_TwoPromises_TheLastOneStands() =>
        Assert.Equal(
            "second",
            Assert.Single(
                Of(
                    Ada, Did(9, Direction.Outgoing, Gesture.Promise) with { Note = "first" },
                    Did(8, Direction.Outgoing, Gesture.Promise) with { Note = "second" })).Subject);

    [Fact]
    public void Of_HelpReceived_OwesThanksUntilTheOwnerThanks()
    {
        var help = Did(20, Direction.Incoming, Gesture.Help);

        Assert.Equal(TalkingPointKind.ThanksOwed, Assert.Single(Of(Ada, help)).Kind);
        Assert.Empty(Of(Ada, help, Did(19, Direction.Outgoing, Gesture.Thank)));
        Assert.Single(Of(Ada, help, Did(19, Direction.Incoming, Gesture.Thank)));
        Assert.Single(Of(Ada, help, Did(19, Direction.Outgoing, Gesture.Thank) with { Outcome = Outcome.Attempted }));
        Assert.Empty(Of(Ada, Did(20, Direction.Outgoing, Gesture.Help)));
    }

    [Fact]
    public void Of_WhatIsOlderThanTheMemory_IsLetGo()
    {
        Assert.Single(Of(Ada, Did(179.9, Direction.Incoming, Gesture.Gift)));
        Assert.Empty(Of(Ada, Did(180, Direction.Incoming, Gesture.Gift)));
        Assert.Empty(Of(Ada, new BriefSettings { Memory = Duration.FromDays(30) }, Did(31, Direction.Incoming, Gesture.Gift)));
    }

    [Fact]
    public void Of_Occasions_AreThoseNearToday()
    {
        static Contact With(LocalDate date, OccasionKind? kind = null) =>
            Ada with { Occasions = [new Occasion(kind ?? OccasionKind.Birthday, PartialDate.FromDate(date))] };

        Assert.Equal(new LocalDate(2026, 3, 17), Assert.Single(Of(With(new LocalDate(1980, 3, 17)))).Date);
        Assert.Empty(Of(With(new LocalDate(1980, 3, 18))));
        Assert.Equal(new LocalDate(2026, 2, 1), Assert.Single(Of(With(new LocalDate(1980, 2, 1)))).Date);
        Assert.Empty(Of(With(new LocalDate(1980, 1, 31))));
        Assert.Equal(TalkingPointKind.Achievement, Assert.Single(Of(With(new LocalDate(2026, 2, 20), OccasionKind.Achievement))).Kind);
        Assert.Empty(Of(With(new LocalDate(2025, 2, 20), OccasionKind.Achievement)));
        Assert.Single(Of(With(new LocalDate(1980, 3, 18)), new BriefSettings { OccasionDaysAhead = 15 }));
        Assert.Single(Of(With(new LocalDate(1980, 1, 31)), new BriefSettings { OccasionDaysAfter = 31 }));
    }

    [Fact]
    public void Of_AgedDetail_IsWorthAskingAgainUnlessSensitive()
    {
        var detail = new RememberedDetail("a new job", Today.PlusDays(-60)) { HalfLifeDays = 60 };

        var point = Assert.Single(Of(Ada with { Details = [detail] }));
        Assert.Equal((TalkingPointKind.AskAgain, "a new job"), (point.Kind, point.Subject));
        Assert.Empty(Of(Ada with { Details = [detail with { HalfLifeDays = 61 }] }));
        Assert.Empty(Of(Ada with { Details = [detail with { Sensitivity = Sensitivity.Sensitive }] }));
        Assert.Single(Of(Ada with { Details = [detail with { Sensitivity = Sensitivity.Private }] }));
    }

    [Fact]
    public void Of_OffersAndNeeds_MeetBothWays()
    {
        var owner = new OwnerProfile
        {
            Offers = [new Contribution(ContributionKind.Knowledge, "tax")],
            Needs = [new Contribution(ContributionKind.Help, "moving")]
        };
        var ada = Ada with
        {
            Offers = [new Contribution(ContributionKind.Help, "Moving")],
            Needs = [new Contribution(ContributionKind.Knowledge, "Tax")]
        };

        var points = TalkingPoints.Of(ada, owner, [], AsOf, Zone);

        Assert.Equal(
            [(TalkingPointKind.OwnOfferMeetsNeed, "Tax"), (TalkingPointKind.TheirOfferMeetsNeed, "moving")],
            points.Select(point => (point.Kind, point.Subject)));
    }

    [Fact]
    public void Of_TheFuture_DoesNotCount() => Assert.Empty(Of(Ada, Did(-0.01, Direction.Incoming, Gesture.Help)));

    [Fact]
    public void Of_BadSettings_NamesAllProblems()
    {
        var settings = new BriefSettings { LastTouches = 0, OccasionDaysAhead = 367, OccasionDaysAfter = -1, Memory = Duration.Zero };

        var problem = Assert.Throws<ArgumentException>(() => Of(Ada, settings));

        foreach (var expected in new[]
        {
            "LastTouches is 0",
            "OccasionDaysAhead is 367",
            "OccasionDaysAfter is -1",
            "Memory is 0 days; it must be from 1 to 36500"
        })
        {
            Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void English_EveryKind_SaysItsFacts()
    {
        var promise = Of(Ada, Did(9.5, Direction.Outgoing, Gesture.Promise) with { Note = "the recipe" }).Single();

        Assert.Equal("you promised something on 2026-02-21: the recipe", promise.Describe());
        Assert.Equal("OwnPromise", promise.ToString());
        Assert.Equal("thanks are open for their help on 2026-03-01", Of(Ada, Did(2, Direction.Incoming, Gesture.Help)).Single().Describe());
        Assert.Equal(
            "birthday on 2026-03-05",
            Of(Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 5))] }).Single().Describe());
    }

    private static Touchpoint Did(double daysAgo, Direction direction, Gesture gesture) =>
        new(Ada.Id, AsOf - Duration.FromDays(daysAgo), Channel.Message, direction) { Gesture = gesture };

    private static ImmutableArray<TalkingPoint> Of(Contact contact, params Touchpoint[] touchpoints) =>
        TalkingPoints.Of(contact, OwnerProfile.Empty, touchpoints, AsOf, Zone);

    private static ImmutableArray<TalkingPoint> Of(Contact contact, BriefSettings settings, params Touchpoint[] touchpoints) =>
        TalkingPoints.Of(contact, OwnerProfile.Empty, touchpoints, AsOf, Zone, settings);
}
