using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Briefs;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Briefs;

public class ContactBriefTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 18, 0);
    private static readonly ContactId Old = ContactId.FromValue("ada-old");

    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada")
    {
        Aliases = [Old],
        Details =
        [
            new RememberedDetail("the divorce", new LocalDate(2024, 1, 1)) { Sensitivity = Sensitivity.Sensitive, HalfLifeDays = 10 },
            new RememberedDetail("the exam", new LocalDate(2026, 1, 1)) { HalfLifeDays = 30 },
            new RememberedDetail("the illness", new LocalDate(2025, 1, 1)) { Sensitivity = Sensitivity.Sensitive },
        ],
    };

    [Fact]
    public void Of_Contact_GathersWhatIsKnown()
    {
        var brief = Of(
            null, Did(Ada.Id, 1, Gesture.Help), Did(Old, 2, Gesture.Advice), Did(Ada.Id, 3, Gesture.None), Did(Ada.Id, 4, Gesture.None),
            Did(Ada.Id, -1, Gesture.Gift));

        Assert.Equal([1.0, 2, 3], brief.LastTouches.Select(touchpoint => (AsOf - touchpoint.At).TotalDays));
        Assert.Equal(4, brief.Score.Touchpoints);
        Assert.Equal([TalkingPointKind.ThanksOwed, TalkingPointKind.AskAgain], brief.Points.Select(point => point.Kind));
        Assert.Equal(["the illness", "the divorce"], brief.Avoid.Select(detail => detail.Text));
        Assert.Equal((0, 2, BalanceVerdict.Even), (brief.Favours.Given, brief.Favours.Received, brief.Favours.Verdict));
        Assert.Equal([PossibleOfferKind.Interest, PossibleOfferKind.Encouragement], brief.Offers.Select(offer => offer.Kind));
    }

    [Fact]
    public void Of_LastTouchesSet_ShowsAsMany() =>
        Assert.Single(Of(new BriefSettings { LastTouches = 1 }, Did(Ada.Id, 1, Gesture.None), Did(Ada.Id, 2, Gesture.None)).LastTouches);

    [Fact]
    public void ToString_TellsNothingOfThePerson() => Assert.Equal("0 touches, 1 points, 2 offers, 2 to avoid", Of(null).ToString());

    private static Touchpoint Did(ContactId id, double daysAgo, Gesture gesture) =>
        new(id, AsOf - Duration.FromDays(daysAgo), Channel.Message, Direction.Incoming) { Gesture = gesture };

    private static ContactBrief Of(BriefSettings? settings, params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            Assert.Equal(AddResult.Added, log.Add(touchpoint));
        }

        return ContactBrief.Of(
            Ada, OwnerProfile.Empty, [Ada], log, new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc),
            AsOf, settings);
    }
}
