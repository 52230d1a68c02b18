using NodaTime;

namespace RelationshipKit.Interchange.VCards;

/// <summary>Reads and writes the dates of vCards, which may lack a year or a day.</summary>
internal static class VCardDate
{
    // Apple and Google write this year where there is none: a leap year long before anybody alive was born.
    private const int NoYear = 1604;

    /// <summary>Reads a date: 1985-03-14, 19850314, --0314, --03-14, 1985, 1985-03, each with a time or not.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        text = text.Trim();
        if (text.Length == 10 && text[4] == '-' && text[7] == '-' && text[0] != '-'
            && int.TryParse(
                text.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && int.TryParse(
                text.AsSpan(5, 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var month)
            && int.TryParse(
                text.AsSpan(8, 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day))
        {
            return TryDate(year, month, day, out date);
        }

        var time = text.IndexOfAny(['T', ' ']);
        text = time > 0 ? text[..time] : text;
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length is not (4 or 6 or 8) || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var number = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return text.StartsWith("--", StringComparison.Ordinal)
            ? digits.Length == 4 && TryMonthDay(number / 100, number % 100, out date)
            : digits.Length switch
            {
                8 => TryDate(number / 10_000, number / 100 % 100, number % 100, out date),
                6 => text.Contains('-', StringComparison.Ordinal) && TryMonth(number / 100, number % 100, out date),
                _ => text.Length == 4 && TryYear(number, out date),
            };
    }

    /// <summary>Returns the date of a property.</summary>
    public static PartialDate? Of(VCardProperty property)
    {
        if (!TryParse(property.Value, out var date))
        {
            return null;
        }

        // Apple names the year that means an unknown year.
        return property.Parameter("X-APPLE-OMIT-YEAR") is { } omitted && date is { Year: { } year, Month: { } month, Day: { } day }
            && omitted == year.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ? PartialDate.FromMonthDay(month, day)
            : date;
    }

    /// <summary>Determines whether a property says that it is no date but words, such as "circa 1800" in version 4.0.</summary>
    public static bool IsInWords(VCardProperty property) =>
        property.Parameter("VALUE") is { } kind && kind.Equals("text", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes a date of its parts, if there is such a day. A year of 1604 means that the year is not known.</summary>
    public static bool TryDate(int year, int month, int day, out PartialDate date)
    {
        date = default;
        if (year is NoYear or 0)
        {
            return TryMonthDay(month, day, out date);
        }

        var real = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        date = real ? PartialDate.FromDate(new LocalDate(year, month, day)) : default;
        return real;
    }

    /// <summary>Makes a date without a year, if there is such a day.</summary>
    public static bool TryMonthDay(int month, int day, out PartialDate date)
    {
        var real = month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2000, month);
        date = real ? PartialDate.FromMonthDay(month, day) : default;
        return real;
    }

    /// <summary>Returns a date as version 4.0 writes it.</summary>
    public static string Written(PartialDate date) => date switch
    {
        { Year: null, Month: { } month, Day: { } day } => $"--{month:00}{day:00}",
        { Year: { } year, Month: { } month, Day: { } day } => $"{year:0000}{month:00}{day:00}",
        _ => date.ToString(),
    };

    /// <summary>Returns a date as version 3.0 writes it, with the year that means an unknown year.</summary>
    public static string WrittenForThree(PartialDate date) =>
        date is { Year: null, Month: { } month, Day: { } day } ? $"{NoYear}-{month:00}-{day:00}" : date.ToString();

    private static bool TryMonth(int year, int month, out PartialDate date)
    {
        var real = year >= 1 && month is >= 1 and <= 12;
        date = real ? PartialDate.FromYearMonth(year, month) : default;
        return real;
    }

    private static bool TryYear(int year, out PartialDate date)
    {
        var real = year is >= 1 and not NoYear;
        date = real ? PartialDate.FromYear(year) : default;
        return real;
    }
}
