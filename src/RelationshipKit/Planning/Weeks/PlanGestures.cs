using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning.Weeks;

/// <summary>
/// What a touch is for, from facts: an occasion, thanks owed, an answer or a second step owed, else asking, sharing or inviting.
/// </summary>
internal static class PlanGestures
{
    private const int OccasionGraceDays = 3;
    private static readonly Duration ThanksWithin = Duration.FromDays(180);
    private static readonly Duration AnswersWithin = Duration.FromDays(90);
    private static readonly Gesture[] WorthThanks =
        [Gesture.Help, Gesture.Advice, Gesture.Gift, Gesture.Introduction, Gesture.Encouragement, Gesture.Share];

    public static Gesture On(
        LocalDate day, bool isForOccasion, bool isInPerson, Contact contact, ImmutableArray<Touchpoint> touchpoints, Instant asOf,
        int contactDays, GentlePace? pace)
    {
        var chosen = isForOccasion || OccasionNear(contact, day) is not null ? Gesture.Congratulate
            : Favour(touchpoints, asOf) is not null ? Gesture.Thank
            : PromiseOpen(contact, day) is not null || WaitingFor(touchpoints, asOf) is not null || contactDays == 1 ? Gesture.FollowUp
            : isInPerson ? Gesture.Invite
            : touchpoints.LastOrDefault(
                touchpoint => touchpoint.IsContact && touchpoint.Direction == Direction.Outgoing)?.Gesture == Gesture.CheckIn
                ? Gesture.Share
            : Gesture.CheckIn;
        return pace is null || pace.Allows(chosen) ? chosen : Gesture.Share;
    }

    /// <summary>Returns the occasion that has just been.</summary>
    public static Occasion? OccasionNear(Contact contact, LocalDate day) =>
        contact.Occasions.FirstOrDefault(occasion => LastOf(occasion, day) is not null);

    /// <summary>Returns the day of an occasion that has just been.</summary>
    public static LocalDate? LastOf(Occasion occasion, LocalDate day) =>
        occasion.NextAfter(day.PlusDays(-OccasionGraceDays - 1)) is { } date && date <= day ? date : null;

    /// <summary>Returns the promise whose day has come first and that is not kept.</summary>
    public static Promise? PromiseOpen(Contact contact, LocalDate day) =>
        contact.Promises.Where(promise => !promise.IsKept && promise.On <= day).MinBy(promise => promise.On);

    /// <summary>Returns what was given and not thanked for since.</summary>
    public static Touchpoint? Favour(ImmutableArray<Touchpoint> touchpoints, Instant asOf)
    {
        for (var i = touchpoints.Length - 1; i >= 0 && asOf - touchpoints[i].At < ThanksWithin; i--)
        {
            var touchpoint = touchpoints[i];
            if (!touchpoint.IsContact)
            {
                continue;
            }

            if (touchpoint.Direction is Direction.Outgoing or Direction.Mutual && touchpoint.Gesture == Gesture.Thank)
            {
                return null;
            }

            if (touchpoint.Direction == Direction.Incoming && WorthThanks.Contains(touchpoint.Gesture))
            {
                return touchpoint;
            }
        }

        return null;
    }

    /// <summary>Returns what they wrote last if it waits for an answer; after a season nobody waits any more.</summary>
    public static Touchpoint? WaitingFor(ImmutableArray<Touchpoint> touchpoints, Instant asOf) =>
        touchpoints.LastOrDefault(
            touchpoint =>
                touchpoint.IsContact) is { Direction: Direction.Incoming, Outcome: Outcome.Delivered, NeedsNoAnswer: false } waiting
        && asOf - waiting.At < AnswersWithin ? waiting : null;
}
