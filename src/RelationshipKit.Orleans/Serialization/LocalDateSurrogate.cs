using NodaTime;

namespace RelationshipKit.Orleans.Serialization;

/// <summary>A date of the ISO calendar; dates of other calendars become the same day in it.</summary>
[GenerateSerializer, Immutable, Alias("RelationshipKit.LocalDateSurrogate")]
internal struct LocalDateSurrogate
{
    // From year -9998 to 9999; the default is 0001-01-01, as that of a date.
    [Id(0)]
    public int Year;

    [Id(1)]
    public int Month;

    [Id(2)]
    public int Day;
}

[RegisterConverter]
internal sealed class LocalDateConverter : IConverter<LocalDate, LocalDateSurrogate>
{
    public LocalDate ConvertFromSurrogate(in LocalDateSurrogate surrogate) =>
        surrogate.Month == 0 ? default : new LocalDate(surrogate.Year, surrogate.Month, surrogate.Day);

    public LocalDateSurrogate ConvertToSurrogate(in LocalDate value)
    {
        var iso = value.WithCalendar(CalendarSystem.Iso);
        return new() { Year = iso.Year, Month = iso.Month, Day = iso.Day };
    }
}
