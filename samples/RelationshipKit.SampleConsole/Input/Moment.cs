using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Reads days and instants the way a person writes them.</summary>
internal static class Moment
{
    /// <summary>Returns when something happened: now, the start of a day, or an instant.</summary>
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

        return Start(Day(text, now, zone, option), zone);
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
