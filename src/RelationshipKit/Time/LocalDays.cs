using NodaTime;

namespace RelationshipKit.Time;

/// <summary>Finds the owner-local day of many instants, remembering the offset that was last in force.</summary>
/// <remarks>Comparing with the current offset interval is far cheaper than a conversion. Not safe to share between threads.</remarks>
internal struct LocalDays(DateTimeZone zone)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private long intervalStart = long.MaxValue;
    private long intervalEnd = long.MinValue;
    private long offsetMicros;

    /// <summary>Returns the date that is the given number of days after 1970-01-01.</summary>
    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    /// <summary>Returns the number of days from 1970-01-01 to the local date of a time in microseconds.</summary>
    /// <summary>
    /// Returns the first instant of a date: of a midnight that comes twice the first, of one that is skipped where the clocks land.
    /// </summary>
    /// <remarks>A whole day can be skipped, where a zone crosses the date line; it begins and ends where the next day begins.</remarks>
    public static Instant StartOf(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count == 0 ? mapping.EarlyInterval.End : mapping.First().ToInstant();
    }

    /// <summary>Returns whether a zone skips a date as a whole, as it does where it crosses the date line.</summary>
    public static bool IsSkipped(LocalDate date, DateTimeZone zone) =>
        zone.MapLocal(date.AtMidnight()).Count == 0 && StartOf(date, zone) == StartOf(date.PlusDays(1), zone);

    public int DayOf(long micros)
    {
        if (micros < intervalStart || micros >= intervalEnd)
        {
            Remember(micros);
        }

        var local = micros + offsetMicros;
        return (int)(Math.DivRem(local, SupportedTime.MicrosPerDay, out var rest) - (rest < 0 ? 1 : 0));
    }

    /// <summary>Returns the first microsecond of the day after a local day, as seen from an instant in it.</summary>
    public readonly long StartOfNext(int day, long micros)
    {
        // A midnight that the clocks skip is where they land; of one that comes twice, the first that is still ahead.
        var mapping = zone.MapLocal(DateOf(day).PlusDays(1).AtMidnight());
        long[] starts = mapping.Count switch
        {
            0 => [MicrosOf(mapping.EarlyInterval.End)],
            1 => [MicrosOf(mapping.Single().ToInstant())],
            _ => [MicrosOf(mapping.First().ToInstant()), MicrosOf(mapping.Last().ToInstant())],
        };
        foreach (var start in starts)
        {
            if (start > micros)
            {
                return start;
            }
        }

        return long.MaxValue;
    }

    private static long MicrosOf(Instant instant) => instant.ToUnixTimeTicks() / 10;

    private void Remember(long micros)
    {
        // Transitions lie on whole seconds, so that flooring them to microseconds loses nothing.
        var interval = zone.GetZoneInterval(SupportedTime.FromMicros(micros));
        intervalStart = interval.HasStart ? interval.Start.ToUnixTimeTicks() / 10 : long.MinValue;
        intervalEnd = interval.HasEnd ? interval.End.ToUnixTimeTicks() / 10 : long.MaxValue;
        offsetMicros = interval.WallOffset.Ticks / 10;
    }
}
