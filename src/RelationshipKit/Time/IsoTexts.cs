using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Time;

/// <summary>Dates and instants as text in ISO 8601.</summary>
internal static class IsoTexts
{
    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string? Of(Instant? instant) => instant is { } known ? Of(known) : null;

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string? Of(LocalDate? date) => date is { } known ? Of(known) : null;

    public static string Of(YearMonth month) => YearMonthPattern.Iso.Format(month);
}
