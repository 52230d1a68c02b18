using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Planning.Favours;

public class FavourLedgerTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");

    [Theory]
    [InlineData(Gesture.Share, ContributionKind.Knowledge)]
    [InlineData(Gesture.Advice, ContributionKind.Advice)]
    [InlineData(Gesture.Encouragement, ContributionKind.Encouragement)]
    [InlineData(Gesture.Introduction, ContributionKind.Introduction)]
    [InlineData(Gesture.Help, ContributionKind.Help)]
    public void Of_AGestureThatGives_IsAFavour(Gesture gesture, ContributionKind kind)
    {
        var standing = FavourLedger.Of([Made(gesture, Direction.Outgoing, 1)], Now).With(Ada);

        var favour = Assert.Single(standing.Favours);
        Assert.Equal((kind, FavourSide.Given, Ada), (favour.Kind, favour.Side, favour.Contact));
        Assert.Equal(1, standing.CountOf(kind, FavourSide.Given));
        Assert.Equal(0, standing.CountOf(kind, FavourSide.Received));
    }

    [Theory]
    [InlineData(Gesture.None)]
    [InlineData(Gesture.CheckIn)]
    [InlineData(Gesture.Thank)]
    [InlineData(Gesture.Gift)]
    [InlineData(Gesture.Ask)]
    public void Of_AnotherGesture_IsNoFavour(Gesture gesture) =>
        Assert.Empty(FavourLedger.Of([Made(gesture, Direction.Outgoing, 1)], Now).Standings);

    [Theory]
    [InlineData(Direction.Outgoing, 1, 0)]
    [InlineData(Direction.Incoming, 0, 1)]
    [InlineData(Direction.Mutual, 1, 1)]
    [InlineData(Direction.Unknown, 0, 0)]
    public void Of_EachDirection_CountsOnItsSides(Direction direction, int given, int received)
    {
        var standing = FavourLedger.Of([Made(Gesture.Help, direction, 1)], Now).With(Ada);

        Assert.Equal((given, received, received - given), (standing.Given, standing.Received, standing.Difference));
    }

    [Fact]
    public void Of_AnAttempt_IsNoFavour() =>
        Assert.Empty(FavourLedger.Of([Made(Gesture.Help, Direction.Outgoing, 1) with { Outcome = Outcome.Attempted }], Now).Standings);

    [Fact]
    public void Of_AtTheExpiry_LetsGo()
    {
        var settings = new FavourSettings { Expiry = Duration.FromDays(10) };
        var old = new Touchpoint(Ada, Now - Duration.FromDays(10), Channel.Voice, Direction.Outgoing) { Gesture = Gesture.Help };
        var almost = new Touchpoint(
            Ada, old.At + Duration.FromNanoseconds(1_000), Channel.Voice, Direction.Outgoing) { Gesture = Gesture.Help };

        Assert.Equal(0, FavourLedger.Of([old], Now, settings).With(Ada).Given);
        Assert.Equal(1, FavourLedger.Of([almost], Now, settings).With(Ada).Given);
    }

    [Fact]
    public void Of_WhatIsToCome_IsLeftOut()
    {
        Assert.Equal(0, FavourLedger.Of([Made(Gesture.Help, Direction.Outgoing, -1)], Now).With(Ada).Given);
        Assert.Equal(1, FavourLedger.Of([Made(Gesture.Help, Direction.Outgoing, 0)], Now).With(Ada).Given);
    }

    [Fact]
    public void Of_ASharedTouchpoint_CountsWithEach()
    {
        var ledger = FavourLedger.Of(
            [new Touchpoint([Bob, Ada], Now, Channel.Email, Direction.Outgoing) { Gesture = Gesture.Introduction }], Now);

        Assert.Equal([Ada, Bob], ledger.Standings.Select(standing => standing.Contact));
        Assert.Equal("2 favours given, 0 received", ledger.ToString());
        Assert.Equal("1 given, 0 received", ledger.With(Bob).ToString());
    }

    [Theory]
    [InlineData(0, 0, BalanceVerdict.Unknown)]
    [InlineData(1, 0, BalanceVerdict.Even)]
    [InlineData(2, 0, BalanceVerdict.Even)]
    [InlineData(3, 0, BalanceVerdict.MostlyOutgoing)]
    [InlineData(0, 2, BalanceVerdict.Even)]
    [InlineData(0, 3, BalanceVerdict.MostlyIncoming)]
    [InlineData(5, 3, BalanceVerdict.Even)]
    public void Verdict_OfCounts_HasABand(int given, int received, BalanceVerdict expected)
    {
        var touchpoints = Enumerable.Range(0, given).Select(day => Made(Gesture.Help, Direction.Outgoing, day))
            .Concat(Enumerable.Range(0, received).Select(day => Made(Gesture.Advice, Direction.Incoming, day)));

        Assert.Equal(expected, FavourLedger.Of(touchpoints, Now).With(Ada).Verdict);
    }

    [Fact]
    public void Verdict_WithoutABand_TellsEveryDifference() =>
        Assert.Equal(
            BalanceVerdict.MostlyOutgoing,
            FavourLedger.Of([Made(Gesture.Help, Direction.Outgoing, 1)], Now, new FavourSettings { Band = 0 }).With(Ada).Verdict);

    // The first and the last instant that count, and those beside them.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(365, 0)]
    [InlineData(364, 1)]
    public void Of_NotedFavours_CountsThoseOfTheLastYear(int daysAgo, int expected)
    {
        var noted = new Favour(Ada, ContributionKind.Help, FavourSide.Received, Now - Duration.FromDays(daysAgo));
        Assert.Equal(expected, FavourLedger.Of([], [noted], Now, null).With(Ada).Received);
    }

    [Fact]
    public void Of_NotedFavoursOfOneInstant_StandBySideAndKind()
    {
        Favour[] noted =
        [
            new(Ada, ContributionKind.Help, FavourSide.Received, Now), new(Ada, ContributionKind.Help, FavourSide.Given, Now),
            new(Ada, ContributionKind.Advice, FavourSide.Given, Now),
        ];
        Assert.Equal((Favour[])[noted[2], noted[1], noted[0]], FavourLedger.Of([], noted, Now, null).With(Ada).Favours.ToArray());
    }

    [Fact]
    public void Of_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentNullException>("touchpoints", () => FavourLedger.Of(null!, Now));
        Assert.Throws<ArgumentNullException>("touchpoints", () => FavourLedger.Of([null!], Now));
    }

    [Fact]
    public void Favours_OfAContact_StandInOrderOfTime()
    {
        var standing = FavourLedger.Of(
            [
                Made(Gesture.Help, Direction.Outgoing, 1),
                Made(Gesture.Share, Direction.Incoming, 3),
                Made(Gesture.Advice, Direction.Mutual, 2)
            ], Now).With(Ada);

        Assert.Equal(
            ["knowledge received", "advice given", "advice received", "help given"], standing.Favours.Select(favour => favour.ToString()));
    }

    [Fact]
    public void Of_BadSettings_NamesThemAll()
    {
        var error = Assert.Throws<ArgumentException>(
            () => FavourLedger.Of([], Now, new FavourSettings { Expiry = Duration.FromHours(1), Band = -1 }));

        Assert.Contains("Band is -1; it must be from 0 to 1000.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Expiry is", error.Message, StringComparison.Ordinal);
    }

    private static Touchpoint Made(Gesture gesture, Direction direction, int daysAgo) =>
        new(Ada, Now - Duration.FromDays(daysAgo), Channel.Voice, direction) { Gesture = gesture };
}
