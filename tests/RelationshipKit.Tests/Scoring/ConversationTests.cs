using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class ConversationTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 8, 0);
    private static readonly Instant Now = Start + Duration.FromDays(100);

    [Fact]
    public void ConversationAt_OpeningAndReply_AreToldApart()
    {
        var conversation = Read(Out(0), In(5), Out(30));

        Assert.Equal((1, 0), (conversation.OwnerOpenings, conversation.ContactOpenings));
        Assert.Equal(
            (1, 1, 1.0, Duration.FromHours(5)),
            (conversation.ContactReplies.Openings, conversation.ContactReplies.Replies, conversation.ContactReplies.Rate,
                conversation.ContactReplies.MedianLatency));
        Assert.Equal(
            (0, 0, null), (conversation.OwnerReplies.Openings, conversation.OwnerReplies.Replies, conversation.OwnerReplies.MedianLatency));
        Assert.Equal("1 opened by the owner, 0 by the contact", conversation.ToString());
        Assert.Equal("1 of 1 answered", conversation.ContactReplies.ToString());
    }

    [Fact]
    public void ConversationAt_Silence_OpensFromTwelveHours()
    {
        Assert.Equal(2, Read(Out(0), Out(12)).OwnerOpenings);
        Assert.Equal(1, Read(Out(0), At(12, Direction.Outgoing, -1)).OwnerOpenings);
    }

    [Fact]
    public void ConversationAt_AnswerAfterSevenDays_OpensAndIsNoReply()
    {
        var inTime = Read(In(0), Out(7 * 24));
        var late = Read(In(0), At(7 * 24, Direction.Outgoing, 1));

        Assert.Equal((0, 1, 1), (inTime.OwnerOpenings, inTime.ContactOpenings, inTime.OwnerReplies.Replies));
        Assert.Equal((1, 1, 0), (late.OwnerOpenings, late.ContactOpenings, late.OwnerReplies.Replies));
        Assert.Equal(1, late.OwnerReplies.Openings);
        Assert.Null(late.OwnerReplies.MedianLatency);
        Assert.Equal(0.0, late.OwnerReplies.Rate);
    }

    [Fact]
    public void ConversationAt_TwoOpeningsBeforeOneReply_AreBothAnswered()
    {
        var conversation = Read(In(0), In(24), Out(30));

        Assert.Equal(2, conversation.ContactOpenings);
        Assert.Equal(
            (2, 2, Duration.FromHours(18)),
            (conversation.OwnerReplies.Openings, conversation.OwnerReplies.Replies, conversation.OwnerReplies.MedianLatency));
    }

    [Fact]
    public void ConversationAt_ThreeLatencies_TakesTheMiddleOne() =>
        Assert.Equal(Duration.FromHours(2), Read(In(0), Out(1), In(200), Out(210), In(400), Out(402)).OwnerReplies.MedianLatency);

    [Fact]
    public void ConversationAt_FourLatencies_TakesTheMeanOfTheMiddleTwo() =>
        Assert.Equal(
            Duration.FromHours(5), Read(In(0), Out(1), In(200), Out(202), In(400), Out(408), In(600), Out(650)).OwnerReplies.MedianLatency);

    [Fact]
    public void ConversationAt_AnswerAfterTheSilence_IsNoOpening()
    {
        // The answer comes two days later, and the answer to it one more: three turns of one conversation.
        var conversation = Read(Out(0), In(48), Out(72), Out(84));

        Assert.Equal((2, 0), (conversation.OwnerOpenings, conversation.ContactOpenings));
        Assert.Equal((2, 1), (conversation.ContactReplies.Openings, conversation.ContactReplies.Replies));
        Assert.Equal(
            (0, 0, null), (conversation.OwnerReplies.Openings, conversation.OwnerReplies.Replies, conversation.OwnerReplies.MedianLatency));
    }

    [Fact]
    public void ConversationAt_AfterAMutualOne_OpensAgain()
    {
        Assert.Equal(
            (1, 0), (Read(At(0, Direction.Mutual), Out(24)).OwnerOpenings, Read(At(0, Direction.Mutual), Out(24)).ContactOpenings));
        Assert.Equal(
            (0, 1), (Read(At(0, Direction.Unknown), In(24)).OwnerOpenings, Read(At(0, Direction.Unknown), In(24)).ContactOpenings));
        Assert.Equal(
            (0, 0), (Read(At(0, Direction.Mutual), Out(11)).OwnerOpenings, Read(Out(0), At(24, Direction.Mutual)).ContactOpenings));
    }

    [Fact]
    public void ConversationAt_OwnerAndContact_SwapWithTheDirections()
    {
        var there = Read(Out(0), In(5), Out(100), In(250), Out(300), Out(900));
        var back = Read(In(0), Out(5), In(100), Out(250), In(300), In(900));

        Assert.Equal((there.OwnerOpenings, there.ContactOpenings), (back.ContactOpenings, back.OwnerOpenings));
        Assert.Equal(
            (Told.By(there.OwnerReplies), Told.By(there.ContactReplies)), (Told.By(back.ContactReplies), Told.By(back.OwnerReplies)));
        Assert.Equal((there.Initiation.Given, there.Initiation.Balance), (back.Initiation.Received, -back.Initiation.Balance));
        Assert.NotEqual(Told.By(there), Told.By(back));
    }

    [Fact]
    public void ConversationAt_TheInstantItself_IsRead()
    {
        Assert.Equal(1, Read(Start, Out(0)).OwnerOpenings);
        Assert.Equal(0, Read(Start, At(0, Direction.Outgoing, 1)).OwnerOpenings);
        Assert.Equal(1, Read(Start, Out(0)).Initiation.Given);
    }

    [Fact]
    public void ConversationAt_AnyOrder_TellsTheSame()
    {
        Touchpoint[] touchpoints = [Out(0), In(5), Out(100), In(250), Out(300)];

        Assert.Equal(Told.By(Read(touchpoints)), Told.By(Read([.. touchpoints.Reverse()])));
    }

    [Fact]
    public void ConversationAt_YoungOpening_IsNotHeldAgainstAnybody()
    {
        var asOf = Start + Duration.FromDays(7);

        Assert.Equal(1, Read(asOf, Out(0)).ContactReplies.Openings);
        Assert.Equal(0, Read(asOf, At(0, Direction.Outgoing, 1)).ContactReplies.Openings);
        Assert.Null(Read(asOf, At(0, Direction.Outgoing, 1)).ContactReplies.Rate);
        Assert.Equal(0, Read(asOf, At(0, Direction.Outgoing, 1), In(3)).ContactReplies.Replies);
        Assert.Equal(1, Read(asOf, At(0, Direction.Outgoing, 1)).OwnerOpenings);
    }

    [Fact]
    public void ConversationAt_Mutual_AnswersAndDoesNotOpen()
    {
        var conversation = Read(Out(0), At(5, Direction.Mutual), Out(40), At(300, Direction.Mutual));

        Assert.Equal(2, conversation.OwnerOpenings);
        Assert.Equal((2, 1), (conversation.ContactReplies.Openings, conversation.ContactReplies.Replies));
    }

    [Fact]
    public void ConversationAt_BothAtOneInstant_IsMutual()
    {
        Assert.Equal(0, Read(Out(0), In(0)).ContactReplies.Openings);
        Assert.Equal((0, 0), (Read(Out(0), In(0)).OwnerOpenings, Read(Out(0), In(0)).ContactOpenings));
    }

    [Fact]
    public void ConversationAt_UnknownDirection_BreaksTheSilenceOnly()
    {
        Assert.Equal(1, Read(Out(0), At(10, Direction.Unknown), Out(20)).OwnerOpenings);
        Assert.Equal(0, Read(At(0, Direction.Unknown)).OwnerOpenings);
    }

    [Fact]
    public void ConversationAt_AttemptsAndLater_AreLeftOut()
    {
        var conversation = Read(Out(0) with { Outcome = Outcome.Attempted }, In(20), Out(24 * 101));

        Assert.Equal((0, 1), (conversation.OwnerOpenings, conversation.ContactOpenings));
        Assert.Equal(0, conversation.OwnerReplies.Replies);
    }

    [Fact]
    public void ConversationAt_Initiation_ForgetsWithTheBalanceHalfLife()
    {
        var conversation = Read(Out(0), Out(24), In(24 * 20), Out(24 * 40));

        var given = Half(100) + Half(99) + Half(60);
        Assert.Equal(given, conversation.Initiation.Given, 1e-12);
        Assert.Equal(Half(80), conversation.Initiation.Received, 1e-12);
        Assert.NotEqual(BalanceVerdict.Unknown, conversation.Initiation.Verdict);
        Assert.Equal(BalanceVerdict.Unknown, Read(Out(0), Out(24)).Initiation.Verdict);
    }

    [Fact]
    public void ConversationAt_Settings_MoveBothLimits()
    {
        Touchpoint[] touchpoints = [Out(0), Out(6), In(24 * 8)];

        var loose = ScoreSettings.Default with { ConversationSilence = Duration.FromHours(6), ReplyWindow = Duration.FromDays(8) };

        Assert.Equal(1, Read(Now, ScoreSettings.Default, touchpoints).OwnerOpenings);
        Assert.Equal((2, 2), (Read(Now, loose, touchpoints).OwnerOpenings, Read(Now, loose, touchpoints).ContactReplies.Replies));
    }

    private static double Half(double ageDays) => Math.Pow(2, -ageDays / 180);

    private static Touchpoint Out(double hours) => At(hours, Direction.Outgoing);

    private static Touchpoint In(double hours) => At(hours, Direction.Incoming);

    private static Touchpoint At(double hours, Direction direction, int micros = 0) =>
        new(
            ContactId.FromValue("ada"), Start + Duration.FromHours(hours) + Duration.FromNanoseconds(micros * 1_000L), Channel.Message,
            direction);

    private static Conversation Read(params Touchpoint[] touchpoints) => Read(Now, touchpoints);

    private static Conversation Read(Instant asOf, params Touchpoint[] touchpoints) => Read(asOf, ScoreSettings.Default, touchpoints);

    private static Conversation Read(Instant asOf, ScoreSettings settings, Touchpoint[] touchpoints) =>
        new RelationshipScorer(FoldSettings.Default, settings, DateTimeZone.Utc).ConversationAt(touchpoints, asOf);
}
