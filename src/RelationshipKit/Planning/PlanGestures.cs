using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Planning;

/// <summary>What a touch is for, from facts: an occasion, thanks owed, an answer or a second step owed, else asking, sharing or inviting.</summary>
internal static class PlanGestures
{
    private const int OccasionGraceDays = 3;
    private static readonly Duration ThanksWithin = Duration.FromDays(180);
    private static readonly Gesture[] WorthThanks = [Gesture.Help, Gesture.Advice, Gesture.Gift, Gesture.Introduction, Gesture.Encouragement, Gesture.Share];

    public static Gesture On(LocalDate day, bool isForOccasion, bool isInPerson, Contact contact, ImmutableArray<Touchpoint> touchpoints, Instant asOf, int contactDays, GentlePace? pace)
    {
        var chosen = isForOccasion || HasOccasionNear(contact, day) ? Gesture.Congratulate
            : OwesThanks(touchpoints, asOf) ? Gesture.Thank
            : IsWaitedFor(touchpoints) || contactDays == 1 ? Gesture.FollowUp
            : isInPerson ? Gesture.Invite
            : touchpoints.LastOrDefault(touchpoint => touchpoint.IsContact && touchpoint.Direction == Direction.Outgoing)?.Gesture == Gesture.CheckIn ? Gesture.Share
            : Gesture.CheckIn;
        return pace is null || pace.Allows(chosen) ? chosen : Gesture.Share;
    }

    private static bool HasOccasionNear(Contact contact, LocalDate day) =>
        contact.Occasions.Any(occasion => occasion.NextAfter(day.PlusDays(-OccasionGraceDays - 1)) is { } date && date <= day);

    // Something was given, and nothing was thanked for since.
    private static bool OwesThanks(ImmutableArray<Touchpoint> touchpoints, Instant asOf)
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
                return false;
            }

            if (touchpoint.Direction == Direction.Incoming && WorthThanks.Contains(touchpoint.Gesture))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWaitedFor(ImmutableArray<Touchpoint> touchpoints) =>
        touchpoints.LastOrDefault(touchpoint => touchpoint.IsContact) is { Direction: Direction.Incoming, Outcome: Outcome.Delivered };
}
