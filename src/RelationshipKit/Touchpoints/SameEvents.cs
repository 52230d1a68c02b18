using System.Collections.Immutable;

namespace RelationshipKit.Touchpoints;

/// <summary>Looks for touchpoints of different sources that may be one event, in one reading of each person's history.</summary>
/// <remarks>Of each source at most one touchpoint is compared, the latest begun, and of sources at most <see cref="MostSources"/>: the work is bounded by the history.</remarks>
internal sealed class SameEvents(Func<ContactId, ContactId> personOf)
{
    public const double LeastScore = 0.5;

    private const int MostSources = 8;

    // Two clocks that are set over a network differ by seconds, and mail servers stamp to the minute.
    private const long NearMicros = 60 * 1_000_000L;

    /// <summary>Returns the suggestions among the touchpoints of one person, in order of time; shared ones only under the first person they share.</summary>
    public IEnumerable<SameEvent> Among(ContactId person, ImmutableArray<Touchpoint> touchpoints)
    {
        var open = new List<Touchpoint>(MostSources);
        foreach (var touchpoint in touchpoints)
        {
            open.RemoveAll(earlier => Math.Max(earlier.EndMicros, earlier.AtMicros + NearMicros) < touchpoint.AtMicros);
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
        var time = isNear ? 1 : PartTogether(earlier, later);
        var participants = (double)shared.Length / (left.Count + right.Count - shared.Length);
        var kind = isOneChannel ? 1 : Heard.IsBothAtOnce(earlier.Channel) && Heard.IsBothAtOnce(later.Channel) ? 0.75 : 0;
        var score = time * participants * kind;
        return score < LeastScore
            ? null
            : new SameEvent(
                earlier,
                later,
                score,
                [
                    isNear ? SameEventEvidence.SameTime : SameEventEvidence.Overlap,
                    participants == 1 ? SameEventEvidence.SamePeople : SameEventEvidence.SharedPeople,
                    isOneChannel ? SameEventEvidence.SameChannel : SameEventEvidence.BothHeard,
                ]);
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
