using System.Diagnostics;

namespace RelationshipKit.ClusterTorture;

/// <summary>Counts acknowledged writes, and how long nobody had one.</summary>
internal sealed class Acknowledgements
{
    private readonly Lock gate = new();
    private long last = Stopwatch.GetTimestamp();

    public int Count { get; private set; }

    public TimeSpan LongestGap { get; private set; }

    public void Add()
    {
        lock (gate)
        {
            Count++;
            Pass();
        }
    }

    /// <summary>Ends the time that counts; a gap that lasts until now is one, too.</summary>
    public void End()
    {
        lock (gate)
        {
            Pass();
        }
    }

    private void Pass()
    {
        var now = Stopwatch.GetTimestamp();
        var gap = Stopwatch.GetElapsedTime(last, now);
        LongestGap = gap > LongestGap ? gap : LongestGap;
        last = now;
    }
}
