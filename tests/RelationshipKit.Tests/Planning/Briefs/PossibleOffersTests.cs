using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Briefs;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Briefs;

public class PossibleOffersTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 18, 0);
    private static readonly Contribution Tax = new(ContributionKind.Knowledge, "tax");
    private static readonly Contribution Moving = new(ContributionKind.Help, "moving");
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada") { Needs = [Tax] };
    private static readonly Contact Ben = new(ContactId.FromValue("ben"), "Ben") { Offers = [Tax] };

    [Fact]
    public void For_Nobody_EncouragementIsAlwaysThere() =>
        Assert.Equal([PossibleOfferKind.Encouragement], For(Ada with { Needs = [] }, OwnerProfile.Empty).Select(offer => offer.Kind));

    [Fact]
    public void For_OwnOffers_ThoseThatMeetANeedComeFirst()
    {
        var offers = For(Ada, new OwnerProfile { Offers = [Moving, Tax] });

        Assert.Equal(
            [(PossibleOfferKind.OwnOfferForNeed, Tax), (PossibleOfferKind.OwnOffer, Moving), (PossibleOfferKind.Encouragement, null)],
            offers.Select(offer => (offer.Kind, offer.Contribution)));
    }

    [Fact]
    public void For_SomebodyWhoHasWhatIsNeeded_AnIntroductionIsOffered()
    {
        var offer = For(Ada, OwnerProfile.Empty, Ada, Ben)[0];

        Assert.Equal((PossibleOfferKind.Introduction, Ben.Id, Tax), (offer.Kind, offer.Through!.Value, offer.Contribution));
        Assert.Equal("an introduction to Ben, who offers what they need: tax", offer.Describe(id => id == Ben.Id ? "Ben" : "?"));
    }

    [Fact]
    public void For_SomebodyTheyKnow_NoIntroductionIsOffered() =>
        Assert.DoesNotContain(
            For(Ada, OwnerProfile.Empty, Ada, Ben with { Relations = [new Relation(RelationKind.Friend, Ada.Id)] }),
            offer => offer.Kind == PossibleOfferKind.Introduction);

    [Fact]
    public void For_SomebodyWhoHasWhatTheyNeed_NobodyIsIntroducedToThemselves()
    {
        var ada = Ada with { Offers = [Tax] };

        Assert.DoesNotContain(For(ada, OwnerProfile.Empty, ada), offer => offer.Kind == PossibleOfferKind.Introduction);
    }

    [Fact]
    public void For_AgedDetail_InterestIsOffered()
    {
        var detail = new RememberedDetail("a half marathon", new LocalDate(2025, 12, 1)) { HalfLifeDays = 60 };

        Assert.Equal(
            "a half marathon",
            For(Ada with { Details = [detail] }, OwnerProfile.Empty).First(offer => offer.Kind == PossibleOfferKind.Interest).Subject);
        Assert.DoesNotContain(
            For(Ada with { Details = [detail with { Sensitivity = Sensitivity.Sensitive }] }, OwnerProfile.Empty),
            offer => offer.Kind == PossibleOfferKind.Interest);
        Assert.DoesNotContain(
            For(Ada with { Details = [detail with { HalfLifeDays = 365 }] }, OwnerProfile.Empty),
            offer => offer.Kind == PossibleOfferKind.Interest);
    }

    private static ImmutableArray<PossibleOffer> For(Contact contact, OwnerProfile owner, params Contact[] contacts) =>
        PossibleOffers.For(contact, owner, contacts, new TouchpointLog(), AsOf, DateTimeZone.Utc);
}
