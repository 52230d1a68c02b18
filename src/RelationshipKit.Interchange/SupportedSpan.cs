using NodaTime;

namespace RelationshipKit.Interchange;

/// <summary>The time in which touchpoints can lie, as <see cref="RelationshipKit.Touchpoint.At"/> states it.</summary>
internal static class SupportedSpan
{
    public const string Text = "from 0001-01-02T00:00:00Z to 9999-12-30T23:59:59Z";

    private static readonly Instant First = Instant.FromUtc(1, 1, 2, 0, 0);

    private static readonly Instant End = Instant.FromUtc(9999, 12, 31, 0, 0);

    public static readonly long FirstSeconds = First.ToUnixTimeSeconds();

    public static readonly long LastSeconds = End.ToUnixTimeSeconds() - 1;

    // A last part of a microsecond that flooring would bring into the span is refused by no reader.
    public static bool Contains(Instant instant) => instant >= First && instant < End;

    public static Instant Floor(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % 10) + 10) % 10));
    }

    // A day off both ends of the calendar, so that no zone and no offset leads out of it.
    public static bool Contains(LocalDate date) => date >= new LocalDate(1, 1, 1) && date <= new LocalDate(9999, 12, 31);
}
