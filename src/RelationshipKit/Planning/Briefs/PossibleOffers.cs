using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Briefs;

/// <summary>Answers "I have nothing to offer": from the owner's own offers, the details remembered and the people known.</summary>
internal static class PossibleOffers
{
    /// <summary>Finds what the owner could offer a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="owner">What the owner offers and needs.</param>
    /// <param name="contacts">Everybody the owner knows, in any order.</param>
    /// <param name="touchpoints">The touchpoints, which tell who knows whom.</param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="zone">The owner's zone.</param>
    /// <returns>
    /// At least one thing, the most fitting first. First comes what meets a need (anybody can give encouragement), then introductions, then
    /// interest in what the contact told (never what is sensitive). Then comes what the owner can give to anybody. Encouragement comes last
    /// and is always there.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public static ImmutableArray<PossibleOffer> For(
        Contact contact, OwnerProfile owner, IEnumerable<Contact> contacts, ITouchpointReader touchpoints, Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(zone);
        var today = SupportedTime.Floor(asOf).InZone(zone).Date;
        return
        [
            .. contact.Needs.Where(need => owner.Offers.Any(offer => offer.Meets(need)))
                .Select(need => new PossibleOffer(PossibleOfferKind.OwnOfferForNeed, need, need.Topic, null)),
            .. contact.Needs
                .Where(need => need.Kind == ContributionKind.Encouragement && !owner.Offers.Any(offer => offer.Meets(need)))
                .Select(need => new PossibleOffer(PossibleOfferKind.OwnOfferForNeed, need, need.Topic, null)),
            .. Introductions(contact, [.. contacts.OrderBy(other => other.Id)], touchpoints),
            .. contact.Details
                .Where(detail => detail.Sensitivity != Sensitivity.Sensitive && detail.IsWorthAskingAgainOn(today))
                .OrderByDescending(detail => detail.LearnedOn)
                .ThenBy(detail => detail.Text, StringComparer.Ordinal)
                .Select(detail => new PossibleOffer(PossibleOfferKind.Interest, null, detail.Text, null)),
            .. owner.Offers.Where(offer => !contact.Needs.Any(offer.Meets))
                .Select(offer => new PossibleOffer(PossibleOfferKind.OwnOffer, offer, offer.Topic, null)),
            new PossibleOffer(PossibleOfferKind.Encouragement, null, null, null),
        ];
    }

    private static IEnumerable<PossibleOffer> Introductions(Contact contact, Contact[] contacts, ITouchpointReader touchpoints)
    {
        var acquaintances = new Acquaintances(contacts, touchpoints, contact);
        return from need in contact.Needs
               from other in contacts
               where other.Id != contact.Id && other.Offers.Any(offer => offer.Meets(need)) && !acquaintances.Know(contact.Id, other.Id)
               select new PossibleOffer(PossibleOfferKind.Introduction, need, need.Topic, other.Id);
    }
}
