using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Introductions;

namespace RelationshipKit.Tests.Planning.Introductions;

public class IntroductionTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly ContactId Eve = ContactId.FromValue("eve");
    private static readonly Contribution Sailing = new(ContributionKind.Advice, "sailing");

    [Fact]
    public void Steps_OneByOne_LeadFromProposedToConcluded()
    {
        var proposed = new Introduction(Ada, Bob, Sailing, Start);
        var one = proposed.Agree(Bob, Day(1));
        var both = one.Agree(Ada, Day(2));
        var made = both.Make(Day(3));
        var concluded = made.Conclude(IntroductionOutcome.Helped, Day(30));

        Assert.Equal(
            [
                IntroductionState.Proposed, IntroductionState.OneAgreed, IntroductionState.BothAgreed, IntroductionState.Made,
                IntroductionState.Concluded
            ],
            new[] { proposed, one, both, made, concluded }.Select(introduction => introduction.State));
        Assert.Equal(
            [true, true, true, false, false], new[] { proposed, one, both, made, concluded }.Select(introduction => introduction.IsOpen));
        Assert.Equal(Bob, concluded.AgreedFirst);
        Assert.Equal(IntroductionOutcome.Helped, concluded.Outcome);
        Assert.Equal(Day(30), concluded.LastStepAt);
        Assert.Equal("an introduction for advice, agreed by both", both.ToString());
    }

    [Fact]
    public void Agree_ByTheSameTwice_IsRefused() =>
        Assert.Throws<ArgumentException>("who", () => new Introduction(Ada, Bob, Sailing, Start).Agree(Ada, Start).Agree(Ada, Start));

    [Fact]
    public void Agree_ByAThird_IsRefused() =>
        Assert.Throws<ArgumentException>("who", () => new Introduction(Ada, Bob, Sailing, Start).Agree(Eve, Start));

    [Fact]
    public void Make_BeforeBothAgreed_IsRefusedByName()
    {
        var one = new Introduction(Ada, Bob, Sailing, Start).Agree(Ada, Start);

        Assert.Equal(
            "The introduction is OneAgreed; it can be made only when it is BothAgreed.",
            Assert.Throws<InvalidOperationException>(() => one.Make(Start)).Message);
    }

    [Fact]
    public void Drop_FromEachOpenState_Drops()
    {
        var proposed = new Introduction(Ada, Bob, Sailing, Start);
        var one = proposed.Agree(Ada, Start);
        var both = one.Agree(Bob, Start);

        Assert.All([proposed, one, both], introduction => Assert.Equal(IntroductionState.Dropped, introduction.Drop(Start).State));
        Assert.Throws<InvalidOperationException>(() => both.Make(Start).Drop(Start));
        Assert.Throws<InvalidOperationException>(() => both.Drop(Start).Agree(Ada, Start));
    }

    [Fact]
    public void Conclude_WithoutAnOutcome_IsRefused()
    {
        var made = new Introduction(Ada, Bob, Sailing, Start).Agree(Ada, Start).Agree(Bob, Start).Make(Start);

        Assert.Throws<ArgumentException>("outcome", () => made.Conclude(IntroductionOutcome.Unknown, Start));
        Assert.Throws<ArgumentOutOfRangeException>("outcome", () => made.Conclude((IntroductionOutcome)9, Start));
        Assert.Throws<InvalidOperationException>(
            () => made.Conclude(IntroductionOutcome.Met, Start).Conclude(IntroductionOutcome.Helped, Start));
    }

    [Fact]
    public void Step_BeforeTheLast_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "at", () => new Introduction(Ada, Bob, Sailing, Start).Agree(Ada, Start - Duration.FromSeconds(1)));

    [Fact]
    public void New_OfOneContactOrNobody_IsRefused()
    {
        Assert.Throws<ArgumentException>("helper", () => new Introduction(Ada, Ada, Sailing, Start));
        Assert.Throws<ArgumentException>("seeker", () => new Introduction(ContactId.None, Ada, Sailing, Start));
        Assert.Throws<ArgumentException>("Connector", () => new Introduction(Ada, Bob, Sailing, Start) { Connector = Ada });
        Assert.Equal(Eve, new Introduction(Ada, Bob, Sailing, Start) { Connector = Eve }.Connector);
    }

    private static Instant Day(int days) => Start + Duration.FromDays(days);
}
