using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning.Weeks;

/// <summary>The fact behind a gesture, in the owner's own words where there are some.</summary>
internal static class PlanFacts
{
    public static PlanReason? Behind(PlanTouch touch, Contact contact, ImmutableArray<Touchpoint> touchpoints, PlanWeek week)
    {
        var fact = Found(touch, contact, touchpoints, week);
        return fact is null || week.Cadences.WishesOf(contact).Allow(fact.Subject) ? fact : fact.WithoutSubject();
    }

    private static PlanReason? Found(PlanTouch touch, Contact contact, ImmutableArray<Touchpoint> touchpoints, PlanWeek week) =>
        touch.Gesture switch
    {
        Gesture.Congratulate => OfOccasion(PlanGestures.OccasionNear(contact, touch.Day), touch.Day),
        Gesture.Thank => PlanGestures.Favour(touchpoints, week.AsOf) is { } favour
            ? Of(PlanReasonCode.ForFavour, favour, contact, week, favour.Gesture)
            : null,
        Gesture.FollowUp =>
            OfPromise(PlanGestures.PromiseOpen(contact, touch.Day)) ?? OfMessage(contact, touchpoints, week)
                ?? OfFirstContact(contact, touchpoints, week),
        Gesture.Share => OfNeed(contact, week),
        Gesture.CheckIn or Gesture.Invite => OfDetail(contact, touch.Day, week.Cadences.WishesOf(contact)),
        _ => null,
    };

    private static PlanReason? OfOccasion(Occasion? occasion, LocalDate day) => occasion is null ? null
        : new PlanReason(
            PlanReasonCode.ForOccasion) { Date = PlanGestures.LastOf(occasion, day), Occasion = occasion.Kind, Subject = occasion.Title };

    private static PlanReason? OfPromise(Promise? promise) =>
        promise is null ? null : new PlanReason(PlanReasonCode.ForPromise) { Date = promise.On, Subject = promise.Text };

    private static PlanReason? OfMessage(Contact contact, ImmutableArray<Touchpoint> touchpoints, PlanWeek week) =>
        PlanGestures.WaitingFor(touchpoints, week.AsOf) is { } waiting ? Of(PlanReasonCode.ForMessage, waiting, contact, week) : null;

    private static PlanReason? OfFirstContact(Contact contact, ImmutableArray<Touchpoint> touchpoints, PlanWeek week) =>
        touchpoints.LastOrDefault(touchpoint => touchpoint.IsContact) is { } only ? Of(PlanReasonCode.ForFirstContact, only, contact, week)
            .WithoutSubject() : null;

    private static PlanReason Of(PlanReasonCode code, Touchpoint touchpoint, Contact contact, PlanWeek week, Gesture? gesture = null) =>
        new(code)
    {
        Date = touchpoint.At.InZone(week.Scorer.Zone).Date,
        Gesture = gesture,
        Subject = week.Cadences.WishesOf(contact).IsUnwanted(touchpoint.Facet) ? null : touchpoint.Note,
    };

    // What the owner can give goes before what others would have to.
    private static PlanReason? OfNeed(Contact contact, PlanWeek week)
    {
        var wishes = week.Cadences.WishesOf(contact);
        var needs = contact.Needs.Where(need => wishes.Allow(need.Topic)).ToArray();
        var need = needs.FirstOrDefault(need => week.Owner.Offers.Any(offer => offer.Meets(need))) ?? needs.FirstOrDefault();
        return need is null ? null : new PlanReason(PlanReasonCode.ForNeed) { Name = need.ToString(), Subject = need.Topic };
    }

    private static PlanReason? OfDetail(Contact contact, LocalDate day, ContactWishes wishes) =>
        contact.Details
            .Where(detail => detail.Sensitivity != Sensitivity.Sensitive && detail.IsWorthAskingAgainOn(day) && wishes.Allow(detail.Text))
            .OrderByDescending(detail => detail.LearnedOn)
            .ThenBy(detail => detail.Text, StringComparer.Ordinal)
            .Select(detail => new PlanReason(PlanReasonCode.ForDetail) { Date = detail.LearnedOn, Subject = detail.Text })
            .FirstOrDefault();
}
