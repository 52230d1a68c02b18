using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.TimeZones;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>What a zone's clocks show, laid out so that the local day of an instant is a look into a table and one division.</summary>
/// <remarks>
/// Time is cut into stretches of 2^41 microseconds, about 25 days, in which a zone hardly ever changes its offset twice. Immutable and safe to
/// share between threads.
/// </remarks>
internal sealed class ZoneStretches
{
    private const int StretchBits = 41;

    // Some 280 years, more than any log that is kept; what lies outside is looked up in the zone itself.
    private const int MostStretches = 4_096;

    // 1970-01-01 in days from 0001-01-01, so that divisions are of positive numbers.
    private const int EpochDay = 719_162;

    private readonly long first;
    private readonly Stretch[] stretches;

    /// <summary>Initializes a new instance of the <see cref="ZoneStretches"/> class.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="from">The earliest instant that is likely to be asked about.</param>
    /// <param name="to">The latest.</param>
    public ZoneStretches(DateTimeZone zone, long from, long to)
    {
        from = Math.Clamp(from, SupportedTime.FirstMicros, SupportedTime.LastMicros);
        to = Math.Clamp(to, from, SupportedTime.LastMicros);
        var last = to >> StretchBits;
        first = Math.Max(from >> StretchBits, last - MostStretches + 1);
        stretches = new Stretch[last - first + 1];
        for (var i = 0; i < stretches.Length; i++)
        {
            stretches[i] = StretchOf(zone, (first + i) << StretchBits);
        }
    }

    /// <summary>Finds the number of days from 1970-01-01 to the local date of a time in microseconds.</summary>
    /// <param name="micros">The time.</param>
    /// <param name="day">Receives the day.</param>
    /// <returns><see langword="false"/> where the table does not tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDayOf(long micros, out int day)
    {
        var known = stretches;
        var i = (micros >> StretchBits) - first;
        if ((ulong)i >= (ulong)known.Length)
        {
            day = 0;
            return false;
        }

        ref readonly var stretch = ref known[(int)i];
        var local = micros + (micros < stretch.Change ? stretch.Before : stretch.After);
        day = (int)((ulong)local / (ulong)SupportedTime.MicrosPerDay) - EpochDay;
        return !stretch.ChangesAgain;
    }

    private static Stretch StretchOf(DateTimeZone zone, long start)
    {
        var end = start + (1L << StretchBits);
        var (from, to) = (Math.Max(start, SupportedTime.FirstMicros), Math.Min(end, SupportedTime.LastMicros));
        var before = zone.GetZoneInterval(SupportedTime.FromMicros(from));
        var change = EndOf(before);
        if (change >= to)
        {
            return new Stretch(long.MaxValue, ToDate(before), ToDate(before), false);
        }

        var after = zone.GetZoneInterval(before.End);
        return new Stretch(change, ToDate(before), ToDate(after), EndOf(after) < to);
    }

    private static long EndOf(ZoneInterval interval) => interval.HasEnd ? interval.End.ToUnixTimeTicks() / 10 : long.MaxValue;

    private static long ToDate(ZoneInterval interval) => (interval.WallOffset.Ticks / 10) + (EpochDay * SupportedTime.MicrosPerDay);

    // What to add to an instant before the change and from it on, to have the local time since 0001-01-01.
    private readonly record struct Stretch(long Change, long Before, long After, bool ChangesAgain);
}
