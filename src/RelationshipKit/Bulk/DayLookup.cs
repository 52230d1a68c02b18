using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>Finds the owner-local day of instants in any order, at the cost of one comparison each.</summary>
/// <remarks>
/// Time is cut into stretches of 2^41 microseconds, about 25 days, in which a zone hardly ever changes its offset twice. What the zone does in
/// a stretch is looked up once, with its 63 neighbours, and kept. Safe to share between threads.
/// </remarks>
internal sealed class DayLookup
{
    private const int StretchBits = 41;
    private const int PageBits = 6;
    private const int PageMask = (1 << PageBits) - 1;

    // 1970-01-01 in days from 0001-01-01, so that divisions are of positive numbers.
    private const int EpochDay = 719_162;

    private static readonly long FirstStretch = SupportedTime.FirstMicros >> StretchBits;
    private static readonly int Pages = (int)(((SupportedTime.LastMicros >> StretchBits) - FirstStretch) >> PageBits) + 1;

    private readonly DateTimeZone zone;
    private readonly Stretch[]?[] pages = new Stretch[Pages][];

    public DayLookup(DateTimeZone zone) => this.zone = zone;

    /// <summary>Returns the number of days from 1970-01-01 to the local date of a time in microseconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DayOf(long micros)
    {
        var stretch = (int)((micros >> StretchBits) - FirstStretch);
        var page = pages[stretch >> PageBits] ?? PageOf(stretch >> PageBits);
        ref readonly var known = ref page[stretch & PageMask];
        var local = micros + (micros < known.Change ? known.Before : known.After);
        return known.IsMixed ? SlowDayOf(micros) : (int)((ulong)(local + (EpochDay * SupportedTime.MicrosPerDay)) / (ulong)SupportedTime.MicrosPerDay) - EpochDay;
    }

    private int SlowDayOf(long micros) => new LocalDays(zone).DayOf(micros);

    // Threads may look the same page up twice; they find the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Stretch[] PageOf(int index)
    {
        var page = new Stretch[1 << PageBits];
        for (var i = 0; i < page.Length; i++)
        {
            var start = (FirstStretch + (((long)index << PageBits) + i)) << StretchBits;
            page[i] = StretchFrom(start, start + (1L << StretchBits));
        }

        Volatile.Write(ref pages[index], page);
        return page;
    }

    private Stretch StretchFrom(long start, long end)
    {
        var (from, to) = (Math.Max(start, SupportedTime.FirstMicros), Math.Min(end, SupportedTime.LastMicros));
        if (from > to)
        {
            return default;
        }

        var before = zone.GetZoneInterval(SupportedTime.FromMicros(from));
        var change = EndOf(before);
        if (change >= end)
        {
            return new Stretch(long.MaxValue, before.WallOffset.Ticks / 10, 0, false);
        }

        var after = zone.GetZoneInterval(before.End);
        return new Stretch(change, before.WallOffset.Ticks / 10, after.WallOffset.Ticks / 10, EndOf(after) < end);
    }

    private static long EndOf(NodaTime.TimeZones.ZoneInterval interval) =>
        interval.HasEnd ? interval.End.ToUnixTimeTicks() / 10 : long.MaxValue;

    // The offsets in microseconds before and from the change on.
    private readonly record struct Stretch(long Change, long Before, long After, bool IsMixed);
}
