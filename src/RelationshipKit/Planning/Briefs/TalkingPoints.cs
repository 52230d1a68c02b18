using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Briefs;

/// <summary>Finds what there is to talk about with a contact, from facts alone.</summary>
/// <remarks>
/// <para>A promise is followed up by a later touchpoint of the same side that follows up, shares, helps, advises, introduces, gives or
/// apologises. Thanks are owed for the last help, advice, introduction, encouragement, gift or share received, until the owner thanks. Both
/// are dropped after <see cref="BriefSettings.Memory"/>.</para>
/// <para>What is sensitive is never brought up: a detail of that kind is not a talking point, however old it is.</para>
/// </remarks>
internal static class TalkingPoints
{
    /// <summary>Finds the talking points of a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="owner">What the owner offers and needs.</param>
    /// <param name="touchpoints">
    /// The touchpoints of the contact, in any order; those later than <paramref name="asOf"/> are left out.
    /// </param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="zone">The owner's zone.</param>
    /// <param name="settings">How far to look; the default ones if <see langword="null"/>.</param>
    /// <returns>
    /// The points in order of kind, needs that the owner can meet first and promises next, then by date, the latest first, then by subject.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument but the settings is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public static ImmutableArray<TalkingPoint> Of(
        Contact contact, OwnerProfile owner, IEnumerable<Touchpoint> touchpoints, Instant asOf, DateTimeZone zone,
        BriefSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(zone);
        settings ??= BriefSettings.Default;
        settings.ThrowIfInvalid(nameof(settings));
        var now = SupportedTime.Floor(asOf);
        var remembered = touchpoints
            .Where(touchpoint => touchpoint.IsContact && touchpoint.At <= now && now - touchpoint.At < settings.Memory)
            .Order(TouchpointIdentity.Comparer)
            .ToArray();
        var today = now.InZone(zone).Date;
        return
        [
            .. Promises(remembered, zone)
                .Concat(
                    contact.Promises.Where(promise => !promise.IsKept)
                        .Select(promise => new TalkingPoint(TalkingPointKind.OwnPromise, promise.On, promise.Text)))
                .Concat(Thanks(remembered, zone))
                .Concat(Occasions(contact, today, settings))
                .Concat(Details(contact, today))
                .Concat(Meetings(TalkingPointKind.OwnOfferMeetsNeed, owner.Offers, contact.Needs))
                .Concat(Meetings(TalkingPointKind.TheirOfferMeetsNeed, contact.Offers, owner.Needs))
                .OrderBy(point => point.Kind == TalkingPointKind.OwnOfferMeetsNeed ? -1 : (int)point.Kind)
                .ThenByDescending(point => point.Date)
                .ThenBy(point => point.Subject, StringComparer.Ordinal),
        ];
    }

    private static bool IsFavour(Gesture gesture) =>
        gesture is Gesture.Help or Gesture.Advice or Gesture.Introduction or Gesture.Encouragement or Gesture.Gift or Gesture.Share;

    private static bool FollowsUp(Gesture gesture) => IsFavour(gesture) || gesture is Gesture.FollowUp or Gesture.Apology;

    private static bool IsOwners(Touchpoint touchpoint) => touchpoint.Direction is Direction.Outgoing or Direction.Mutual;

    private static bool IsTheirs(Touchpoint touchpoint) => touchpoint.Direction is Direction.Incoming or Direction.Mutual;

    private static IEnumerable<TalkingPoint> Promises(Touchpoint[] touchpoints, DateTimeZone zone) =>
        Open(
            TalkingPointKind.OwnPromise, touchpoints, zone, touchpoint =>
                touchpoint.Gesture == Gesture.Promise && IsOwners(touchpoint), later => FollowsUp(later.Gesture) && IsOwners(later))
            .Concat(Open(
                TalkingPointKind.TheirPromise,
                touchpoints,
                zone,
                touchpoint => touchpoint.Gesture == Gesture.Promise && touchpoint.Direction == Direction.Incoming,
                later => FollowsUp(later.Gesture) && IsTheirs(later)));

    private static IEnumerable<TalkingPoint> Thanks(Touchpoint[] touchpoints, DateTimeZone zone) =>
        Open(
            TalkingPointKind.ThanksOwed,
            touchpoints,
            zone,
            touchpoint => IsFavour(touchpoint.Gesture) && touchpoint.Direction == Direction.Incoming,
            later => later.Gesture == Gesture.Thank && IsOwners(later));

    // The last of its kind, if nothing after it has settled it.
    private static IEnumerable<TalkingPoint> Open(
        TalkingPointKind kind, Touchpoint[] touchpoints, DateTimeZone zone, Predicate<Touchpoint> opens, Predicate<Touchpoint> settles)
    {
        var last = Array.FindLastIndex(touchpoints, opens);
        if (last >= 0 && !Array.Exists(touchpoints[(last + 1)..], settles))
        {
            yield return new TalkingPoint(
                kind, touchpoints[last].At.InZone(zone).Date,
                touchpoints[last].Note) { Gesture = kind == TalkingPointKind.ThanksOwed ? touchpoints[last].Gesture : null };
        }
    }

    private static IEnumerable<TalkingPoint> Occasions(Contact contact, LocalDate today, BriefSettings settings)
    {
        var reference = Before(today, settings.OccasionDaysAfter + 1);
        foreach (var occasion in contact.Occasions)
        {
            if (occasion.NextAfter(reference) is { } date && Period.DaysBetween(today, date) <= settings.OccasionDaysAhead)
            {
                yield return new TalkingPoint(
                    occasion.Kind == OccasionKind.Achievement ? TalkingPointKind.Achievement : TalkingPointKind.Occasion,
                    date,
                    occasion.Title ?? (occasion.Kind == OccasionKind.Birthday ? "birthday" : null));
            }
        }
    }

    private static LocalDate Before(LocalDate date, int days) =>
        Period.DaysBetween(CadenceWindow.FirstDate, date) > days ? date.PlusDays(-days) : CadenceWindow.FirstDate;

    private static IEnumerable<TalkingPoint> Details(Contact contact, LocalDate today) =>
        from detail in contact.Details
        where detail.Sensitivity != Sensitivity.Sensitive && detail.IsWorthAskingAgainOn(today)
        select new TalkingPoint(TalkingPointKind.AskAgain, detail.LearnedOn, detail.Text);

    private static IEnumerable<TalkingPoint> Meetings(
        TalkingPointKind kind, ImmutableArray<Contribution> offers, ImmutableArray<Contribution> needs) =>
        from need in needs
        where offers.Any(offer => offer.Meets(need))
        select new TalkingPoint(kind, null, need.Topic);
}
