using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Touchpoints;

/// <summary>Two touchpoints from different sources that may be one: a suggestion, on which nothing acts.</summary>
/// <remarks>
/// <para>
/// They have the same participants, channel and direction, are at most 60 seconds apart and come from sources of different names;
/// touchpoints without a source count as one source of their own. Within one source near touchpoints are what they seem: a chat has many a minute.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class NearDuplicate
{
    // Two clocks that are set over a network differ by seconds, and mail servers stamp to the minute.
    private static readonly Duration Nearness = Duration.FromSeconds(60);

    private NearDuplicate(Touchpoint earlier, Touchpoint later)
    {
        Earlier = earlier;
        Later = later;
    }

    /// <summary>Gets the touchpoint that comes first in order of instant and identity.</summary>
    public Touchpoint Earlier { get; }

    /// <summary>Gets the other touchpoint.</summary>
    public Touchpoint Later { get; }

    /// <summary>Returns the instant, channel and direction of both, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Earlier} ~ {Later}";

    /// <summary>Returns the pairs among touchpoints that come in order of instant and identity.</summary>
    internal static ImmutableArray<NearDuplicate> Among(IEnumerable<Touchpoint> touchpoints)
    {
        var pairs = ImmutableArray.CreateBuilder<NearDuplicate>();
        var recent = new Dictionary<Touchpoint, Queue<Touchpoint>>(new Likeness());
        foreach (var touchpoint in touchpoints)
        {
            if (!recent.TryGetValue(touchpoint, out var near))
            {
                near = new Queue<Touchpoint>();
                recent.Add(touchpoint, near);
            }

            while (near.TryPeek(out var oldest) && touchpoint.At - oldest.At > Nearness)
            {
                near.Dequeue();
            }

            pairs.AddRange(near.Where(other => other.Source?.Source != touchpoint.Source?.Source).Select(other => new NearDuplicate(other, touchpoint)));
            near.Enqueue(touchpoint);
        }

        return pairs.ToImmutable();
    }

    /// <summary>Compares all that two reports of one touchpoint agree on, whoever reports it.</summary>
    private sealed class Likeness : IEqualityComparer<Touchpoint>
    {
        public bool Equals(Touchpoint? left, Touchpoint? right) =>
            left!.Channel == right!.Channel
            && left.Direction == right.Direction
            && left.Participants.AsSpan().SequenceEqual(right.Participants.AsSpan());

        public int GetHashCode(Touchpoint touchpoint) => HashCode.Combine(touchpoint.Participants[0], touchpoint.Channel, touchpoint.Direction);
    }
}
