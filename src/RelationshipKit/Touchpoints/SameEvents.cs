using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Touchpoints;

/// <summary>Looks for touchpoints of different sources that may be one event, in one reading of each person's history.</summary>
/// <remarks>
/// Of each source at most one touchpoint is compared, the latest begun, and of sources at most <see cref="MostSources"/>: the work is
/// bounded by the history.
/// </remarks>
internal sealed class SameEvents(Func<ContactId, ContactId> personOf, DateTimeZone zone)
{
    public const double LeastScore = 0.5;

    private const int MostSources = 8;

    // Two clocks that are set over a network differ by seconds, and mail servers stamp to the minute.
    private const long NearMicros = 60 * 1_000_000L;

    // Calls and meetings begin late, and a calendar knows when they should have begun.
    private const long LateMicros = 30 * NearMicros;

    // Noted by hand, for a day and not for an hour.
    private const double SameDay = 0.7;

    /// <summary>
    /// Returns the suggestions among the touchpoints of one person, in order of time; shared ones only under the first person they share.
    /// </summary>
    public IEnumerable<SameEvent> Among(ContactId person, ImmutableArray<Touchpoint> touchpoints)
    {
        var open = new List<Touchpoint>(MostSources);
        foreach (var touchpoint in touchpoints)
        {
            open.RemoveAll(earlier => LastOf(earlier) < touchpoint.AtMicros);
            foreach (var earlier in open)
            {
                if (SourceOf(earlier) != SourceOf(touchpoint) && Compare(person, earlier, touchpoint) is { } same)
                {
                    yield return same;
                }
            }

            open.RemoveAll(earlier => SourceOf(earlier) == SourceOf(touchpoint));
            if (open.Count == MostSources)
            {
                open.RemoveAt(0);
            }

            open.Add(touchpoint);
        }
    }

    private static string? SourceOf(Touchpoint touchpoint) => touchpoint.Source?.Source;

    private SameEvent? Compare(ContactId person, Touchpoint earlier, Touchpoint later)
    {
        if (earlier.IsContact != later.IsContact || !AreOneWay(earlier.Direction, later.Direction))
        {
            return null;
        }

        var (left, right) = (PeopleIn(earlier), PeopleIn(later));
        var shared = left.Intersect(right).ToArray();
        if (shared.Min() != person)
        {
            return null;
        }

        var isNear = later.AtMicros - earlier.AtMicros <= NearMicros;
        var isOneChannel = earlier.Channel == later.Channel;
        var areHeard = Heard.IsBothAtOnce(earlier.Channel) && Heard.IsBothAtOnce(later.Channel);
        var together = PartTogether(earlier, later);
        var late = areHeard ? Math.Max(0, 1 - ((double)(later.AtMicros - earlier.AtMicros) / LateMicros)) : 0;
        var day = LastOfDay(earlier) is { } last && later.AtMicros <= last ? SameDay : 0;
        var time = isNear ? 1 : Math.Max(together, Math.Max(late, day));
        var participants = (double)shared.Length / (left.Count + right.Count - shared.Length);
        var kind = isOneChannel ? 1 : areHeard ? 0.75 : 0;
        var score = time * participants * kind;
        return score < LeastScore
            ? null
            : new SameEvent(
                earlier,
                later,
                score,
                [
                    isNear ? SameEventEvidence.SameTime
                        : time == together ? SameEventEvidence.Overlap
                        : time == late ? SameEventEvidence.NearTime
                        : SameEventEvidence.SameDay,
                    participants == 1 ? SameEventEvidence.SamePeople : SameEventEvidence.SharedPeople,
                    isOneChannel ? SameEventEvidence.SameChannel : SameEventEvidence.BothHeard,
                ]);
    }

    private long LastOf(Touchpoint touchpoint) =>
        Math.Max(
            touchpoint.EndMicros,
            Math.Max(
                LastOfDay(touchpoint) ?? long.MinValue,
                touchpoint.AtMicros + (Heard.IsBothAtOnce(touchpoint.Channel) ? LateMicros : NearMicros)));

    // Of what was noted by hand at the very start of a day, without a length, the end of that day.
    private long? LastOfDay(Touchpoint touchpoint)
    {
        if (touchpoint.Source is not null || touchpoint.Length is not null)
        {
            return null;
        }

        var days = new LocalDays(zone);
        var day = days.DayOf(touchpoint.AtMicros);
        return touchpoint.AtMicros > SupportedTime.FirstMicros && days.DayOf(touchpoint.AtMicros - 1) != day
            ? days.StartOfNext(days.DayOf(touchpoint.AtMicros), touchpoint.AtMicros) - 1
            : null;
    }

    private static bool AreOneWay(Direction one, Direction other) => one == other || one == Direction.Mutual || other == Direction.Mutual;

    private static double PartTogether(Touchpoint earlier, Touchpoint later)
    {
        var together = Math.Min(earlier.EndMicros, later.EndMicros) - later.AtMicros;
        var shorter = Math.Min(earlier.EndMicros - earlier.AtMicros, later.EndMicros - later.AtMicros);
        return shorter > 0 ? Math.Clamp((double)together / shorter, 0, 1) : together >= 0 ? 1 : 0;
    }

    private HashSet<ContactId> PeopleIn(Touchpoint touchpoint) => [.. touchpoint.Participants.Select(personOf)];
}
