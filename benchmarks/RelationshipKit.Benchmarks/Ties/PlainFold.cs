using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Ties;

/// <summary>What a caller would write without the kit to fold touchpoints, in order of time, into <see cref="RunningSums"/>.</summary>
internal sealed class PlainFold(DateTimeZone zone)
{
    private readonly Dictionary<Channel, ChannelWeight> weights = FoldSettings.Default.Channels.ToDictionary(row => row.Channel);

    public static long MicrosOf(Instant instant) => instant.ToUnixTimeTicks() / 10;

    public int DayOf(long micros)
    {
        var offset = zone.GetUtcOffset(Instant.FromUnixTimeTicks(10 * micros));
        return (int)Math.Floor((micros + (offset.Ticks / 10)) / (double)PeerData.MicrosPerDay);
    }

    /// <summary>Returns the weight and the class of a touchpoint's channel, shared by those who were there.</summary>
    public (double Weight, ChannelClass Class) WeightOf(Touchpoint touchpoint)
    {
        var row = weights[touchpoint.Channel];
        return (row.Weight / Math.Sqrt(touchpoint.GroupSize), row.Class);
    }

    public void Add(ref RunningSums sums, Touchpoint touchpoint)
    {
        if (touchpoint.IsContact)
        {
            var at = MicrosOf(touchpoint.At);
            var (weight, @class) = WeightOf(touchpoint);
            sums.Add(at, DayOf(at), weight, @class == ChannelClass.Rich, touchpoint.Direction);
        }
    }

    public RunningSums Fold(IEnumerable<Touchpoint> touchpoints, Instant upTo)
    {
        var sums = default(RunningSums);
        foreach (var touchpoint in touchpoints)
        {
            if (touchpoint.At <= upTo)
            {
                Add(ref sums, touchpoint);
            }
        }

        return sums;
    }
}
