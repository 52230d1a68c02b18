using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Reads days and instants the way a person writes them.</summary>
internal static class Moment
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>Returns when something happened: now, the start of a day, a time of a day, or an instant.</summary>
    public static Instant When(string? text, Instant now, DateTimeZone zone, string option)
    {
        if (text is null or "today")
        {
            return now;
        }

        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } instant)
        {
            return instant.Value;
        }

        // A time after the day, such as 2026-03-08 18:30; it is one of the owner's clock.
        var gap = text.LastIndexOfAny([' ', 'T']);
        return gap > 0 && Minute.Parse(text[(gap + 1)..]) is { Success: true, Value: var time }
            ? Day(text[..gap].TrimEnd(), now, zone, option).At(time).InZoneLeniently(zone).ToInstant()
            : Start(Day(text, now, zone, option), zone);
    }

    /// <summary>Returns a day: today, tomorrow, yesterday, or a date.</summary>
    public static LocalDate Day(string text, Instant now, DateTimeZone zone, string option)
    {
        var today = now.InZone(zone).Date;
        return text switch
        {
            "today" => today,
            "tomorrow" => today.PlusDays(1),
            "yesterday" => today.PlusDays(-1),
            _ => LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value
                : throw new UsageException(
                    option, $"'{text}' is not a day; it must be today, tomorrow, yesterday or a date such as 2026-03-08."),
        };
    }

    public static Period Every(string text, string option) =>
        PeriodPattern.NormalizingIso.Parse($"{(char.IsAsciiDigit(text.FirstOrDefault()) ? "P" : "")}{text.ToUpperInvariant()}")
            is { Success: true } period
            ? period.Value
        : throw new UsageException(option, $"'{text}' is not a period; it must be one such as 2w, 10d or 3m (P2W, P10D, P3M).");

    private static Instant Start(LocalDate day, DateTimeZone zone) => day.AtStartOfDayInZone(zone).ToInstant();
}
