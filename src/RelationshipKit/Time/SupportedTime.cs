using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Time;

/// <summary>The part of time the kit works in: microseconds whose local date is in the years 1 to 9999 in every zone.</summary>
/// <remarks>
/// Whole microseconds, because that is what common stores keep: a score must not change when a touchpoint has been to the
/// database and back. A day is left at both ends, so that no zone offset (at most 18 hours) leads out of the calendar.
/// </remarks>
internal static class SupportedTime
{
    public const long MicrosPerDay = 86_400_000_000;

    /// <summary>How near to 1970 a time in microseconds, and every other of its day, is a whole double: 285 years either way.</summary>
    public const long WholeAsDouble = (1L << 53) - (1L << 40);

    private const long TicksPerMicro = 10;

    public static readonly Instant First = Instant.FromUtc(1, 1, 2, 0, 0);

    public static readonly Instant Last = Instant.FromUtc(9999, 12, 30, 23, 59, 59) + Duration.FromNanoseconds(999_999_000L);

    public static readonly long FirstMicros = First.ToUnixTimeTicks() / TicksPerMicro;

    public static readonly long LastMicros = Last.ToUnixTimeTicks() / TicksPerMicro;

    /// <summary>Returns the whole microseconds since the Unix epoch, rounded towards the past.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the supported time.</exception>
    public static long ToMicros(Instant instant, [CallerArgumentExpression(nameof(instant))] string? name = null)
    {
        if (instant < First || instant > Last + Duration.FromNanoseconds(999L))
        {
            throw new ArgumentOutOfRangeException(
                name,
                instant,
                $"The instant is {InstantPattern.ExtendedIso.Format(instant)}; it must be from 0001-01-02T00:00:00Z to "
                    + "9999-12-30T23:59:59.999999Z.");
        }

        var ticks = instant.ToUnixTimeTicks(); // already floors nanoseconds to ticks
        return Math.DivRem(ticks, TicksPerMicro, out var rest) - (rest < 0 ? 1 : 0);
    }

    public static Instant FromMicros(long micros) => Instant.FromUnixTimeTicks(micros * TicksPerMicro);

    /// <summary>Returns the instant floored to whole microseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the supported time.</exception>
    public static Instant Floor(Instant instant, [CallerArgumentExpression(nameof(instant))] string? name = null) =>
        FromMicros(ToMicros(instant, name));

    /// <summary>Returns the fractional days between two times in microseconds.</summary>
    public static double DaysBetween(long fromMicros, long toMicros) => (toMicros - fromMicros) / (double)MicrosPerDay;
}
