using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>The day a touch counts from: that on which it ended, or today while it lasts.</summary>
internal static class TouchDates
{
    // No touchpoint lasts longer, so that one that began earlier cannot have ended later.
    private const long LongestMicros = Touchpoint.LongestDays * Time.SupportedTime.MicrosPerDay;

    /// <summary>Returns the last day of a touch that a condition holds for, in touchpoints in order of time.</summary>
    public static LocalDate? Last(
        ImmutableArray<Touchpoint> touchpoints, Predicate<Touchpoint> condition, DateTimeZone zone, LocalDate today)
    {
        Touchpoint? latest = null;
        for (var i = touchpoints.Length - 1; i >= 0; i--)
        {
            var touchpoint = touchpoints[i];
            if (latest is not null && touchpoint.AtMicros + LongestMicros < latest.EndMicros)
            {
                break;
            }

            if ((latest is null || touchpoint.EndMicros > latest.EndMicros) && condition(touchpoint))
            {
                latest = touchpoint;
            }
        }

        return latest is null ? null : On(latest, zone, today);
    }

    public static LocalDate On(Touchpoint touchpoint, DateTimeZone zone, LocalDate today) =>
        LocalDate.Min(touchpoint.End.InZone(zone).Date, LocalDate.Max(today, touchpoint.At.InZone(zone).Date));

    /// <summary>
    /// Returns whether a condition holds for a touch that begins or ends within some days, with the last of its days that lies there.
    /// </summary>
    public static bool Any(
        ImmutableArray<Touchpoint> touchpoints, DateTimeZone zone, LocalDate from, LocalDate to,
        Func<Touchpoint, LocalDate, bool> condition)
    {
        for (var i = touchpoints.Length - 1; i >= 0; i--)
        {
            var touchpoint = touchpoints[i];
            var begin = touchpoint.At.InZone(zone).Date;
            if (CadenceDates.DaysBetween(begin, from) > Touchpoint.LongestDays)
            {
                return false;
            }

            if (begin <= to && touchpoint.End.InZone(zone).Date is var end && end >= from && condition(touchpoint, LocalDate.Min(end, to)))
            {
                return true;
            }
        }

        return false;
    }
}
