using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.TimeZones;
using RelationshipKit.Numerics;

namespace RelationshipKit.Time;

/// <summary>
/// Finds the owner-local days of millions of instants in any order, at the cost of a comparison and a multiplication each.
/// </summary>
/// <remarks>
/// Time is cut into stretches of 2^41 microseconds, about 25 days, in which a zone hardly ever changes its offset twice. What the zone does
/// in a stretch is looked up once, with its 63 neighbours, and kept. Safe to share between threads.
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
    private readonly Page?[] pages = new Page[Pages];

    public DayLookup(DateTimeZone zone) => this.zone = zone;

    /// <summary>Returns the number of days from 1970-01-01 to the local date of a time in microseconds, within supported time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DayOf(long micros)
    {
        ref readonly var stretch = ref StretchOf(micros);
        return stretch.IsPlain ? stretch.DayOf(micros) : SlowDayOf(micros);
    }

    /// <summary>Finds the days of many instants.</summary>
    /// <param name="micros">The instants in microseconds, within supported time.</param>
    /// <param name="earliest">The earliest of them, or any earlier.</param>
    /// <param name="latest">The latest, or any later.</param>
    /// <param name="days">Receives the days, as many as there are instants.</param>
    /// <returns>
    /// <see langword="false"/> where an instant later than another may be of an earlier date, because clocks were turned back over
    /// midnight.
    /// </returns>
    [MethodImpl(Compile.AtOnce)]
    public bool DaysOf<T>(ReadOnlySpan<long> micros, long earliest, long latest, Span<double> days)
        where T : struct, ILanes<T>
    {
        var i = 0;
        if (earliest > -SupportedTime.WholeAsDouble && latest < SupportedTime.WholeAsDouble && TryOffset(earliest, latest, out var offset))
        {
            for (; i + T.Count <= micros.Length; i += T.Count)
            {
                // The product never reaches past a midnight: so found of every one within reach, a microsecond before it and at it.
                T.Floor((T.Of(offset) - T.Below(0, micros[i..])) * T.Of(1.0 / SupportedTime.MicrosPerDay)).Store(days[i..]);
            }
        }

        var isPlain = true;
        for (; i < micros.Length; i++)
        {
            ref readonly var stretch = ref StretchOf(micros[i]);
            days[i] = stretch.IsPlain ? stretch.DayOf(micros[i]) : SlowDayOf(micros[i]);
            isPlain &= stretch.IsPlain;
        }

        return isPlain;
    }

    // Whether clocks show the same offset all the time between two instants, as in zones that know no summer time.
    private bool TryOffset(long earliest, long latest, out long offset)
    {
        ref readonly var first = ref StretchOf(earliest);
        offset = first.Before;
        var (from, to) =
            ((int)((earliest >> StretchBits) - FirstStretch) >> PageBits, (int)((latest >> StretchBits) - FirstStretch) >> PageBits);
        for (var i = from; i <= to; i++)
        {
            if ((pages[i] ?? PageOf(i)).Offset != offset)
            {
                return false;
            }
        }

        offset -= EpochDay * SupportedTime.MicrosPerDay;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int SlowDayOf(long micros) => new LocalDays(zone).DayOf(micros);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly Stretch StretchOf(long micros)
    {
        var stretch = (int)((micros >> StretchBits) - FirstStretch);
        return ref (pages[stretch >> PageBits] ?? PageOf(stretch >> PageBits)).Stretches[stretch & PageMask];
    }

    // Threads may look the same page up twice; they find the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Page PageOf(int index)
    {
        var stretches = new Stretch[1 << PageBits];
        for (var i = 0; i < stretches.Length; i++)
        {
            var start = (FirstStretch + (((long)index << PageBits) + i)) << StretchBits;
            stretches[i] = StretchFrom(start, start + (1L << StretchBits));
        }

        var offset = stretches[0].Before;
        var page = new Page(
            stretches, Array.TrueForAll(stretches, stretch => (stretch.Before, stretch.After) == (offset, offset)) ? offset : null);
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
            return new Stretch(long.MaxValue, ToDate(before), ToDate(before), true);
        }

        var after = zone.GetZoneInterval(before.End);
        var stretch = new Stretch(change, ToDate(before), ToDate(after), true);
        return stretch with { IsPlain = EndOf(after) >= end && stretch.DayOf(change - 1) <= stretch.DayOf(change) };
    }

    private static long EndOf(ZoneInterval interval) => interval.HasEnd ? interval.End.ToUnixTimeTicks() / 10 : long.MaxValue;

    private static long ToDate(ZoneInterval interval) => (interval.WallOffset.Ticks / 10) + (EpochDay * SupportedTime.MicrosPerDay);

    // Neighbouring stretches, and what to add in all of them, where it is the same in all.
    private sealed record Page(Stretch[] Stretches, long? Offset);

    // What to add to an instant before the change and from it on, to have the local time since 0001-01-01; and whether that tells the dates
    // of the whole stretch, which never go back in it.
    private readonly record struct Stretch(long Change, long Before, long After, bool IsPlain)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int DayOf(long micros) =>
            (int)((ulong)(micros + (micros < Change ? Before : After)) / (ulong)SupportedTime.MicrosPerDay) - EpochDay;
    }
}
