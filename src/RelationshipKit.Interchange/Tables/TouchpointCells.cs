using System.Globalization;
using NodaTime;
using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Reads the cells of touchpoints as tables of any reader write them.</summary>
internal static class TouchpointCells
{
    /// <summary>The most contacts that one touchpoint may have.</summary>
    public const int MostContacts = 1_000;

    private const string TimeHint =
        "a date and time such as 2026-03-02T09:00:00Z, 2026-03-02 09:00 or 2026-03-02, or UNIX seconds or milliseconds,";

    /// <summary>Reads an instant: ISO 8601, UNIX seconds or milliseconds, or numbers whose order is known.</summary>
    public static Instant At(string text, DateTimeZone zone, DateOrder? order) =>
        InstantText.TryParse(text, zone, out var at) || TryUnix(text, out at) || TryOrdered(text, zone, order, out at)
            ? at
            : throw new BadRowException(
                "at",
                IsOrdered(text) && order is null
                    ? "the field has day and month in an order that is not known; say which, such as dmy or mdy."
                    : $"the field is not {TimeHint} {SupportedSpan.Text}.");

    /// <summary>Splits the contacts of one touchpoint, each once.</summary>
    public static string[] Contacts(string text)
    {
        if (!text.Contains(';', StringComparison.Ordinal))
        {
            return [Id(text.Trim())];
        }

        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length > MostContacts)
        {
            throw new BadRowException(
                "contact",
                string.Create(CultureInfo.InvariantCulture, $"there are {parts.Length} contacts; a touchpoint may have {MostContacts}."));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Id(parts[i]);
            if (!seen.Add(parts[i]))
            {
                throw new BadRowException("contact", "a contact is named twice; each must be named once.");
            }
        }

        return parts;
    }

    /// <summary>Returns the id that a text stands for: e-mail addresses in lower case, names in NFC without invisible marks.</summary>
    public static string Id(string text) => AddressText.Email(text)?.Value ?? NameText.Clean(text);

    /// <summary>Reads a length in minutes.</summary>
    public static Duration Length(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes <= 31 * 24 * 60
            ? Duration.FromNanoseconds((long)(minutes * 60_000_000_000m))
            : throw new BadRowException("minutes", "the field must be a decimal number from 0 to 44640 (31 days), such as 12.5.");

    /// <summary>Reads a length of whole minutes, up to four digits, as nearly all are written.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out Duration length)
    {
        var minutes = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit) || text.Length > 4)
            {
                length = default;
                return false;
            }

            minutes = (minutes * 10) + (digit - '0');
        }

        length = Duration.FromNanoseconds(minutes * 60_000_000_000L);
        return !text.IsEmpty;
    }

    /// <summary>Returns the outcome of a touch of which nobody says more: a call of no length reached nobody.</summary>
    public static Outcome OutcomeOf(Channel channel, Duration? length) =>
        length == Duration.Zero && (channel == Channel.Voice || channel == Channel.Video) ? Outcome.Attempted : Outcome.Delivered;

    private static bool TryUnix(string text, out Instant at)
    {
        at = default;
        if (text.Length is < 9 or > 14 || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        at = Math.Abs(number) >= 100_000_000_000 ? Instant.FromUnixTimeMilliseconds(number) : Instant.FromUnixTimeSeconds(number);
        return SupportedSpan.Contains(at);
    }

    private static bool IsOrdered(string text) =>
        text.Length is >= 8 and <= 40 && text.AsSpan(0, Math.Min(3, text.Length)).IndexOfAny('/', '.') >= 1;

    private static bool TryOrdered(string text, DateTimeZone zone, DateOrder? order, out Instant at)
    {
        at = default;
        if (!IsOrdered(text))
        {
            return false;
        }

        var end = text.IndexOfAny([' ', 'T', ',']);
        var dateText = end < 0 ? text : text[..end];
        var proven = order is not null || dateText.Contains('.', StringComparison.Ordinal) || dateText.Split('/', '.') is [var a, var b, _]
            && (IsDay(a) || IsDay(b));
        if (!proven || !TableDate.TryPartial(dateText, order ?? DateOrder.MonthDayYear, out var date)
            || date is not { Year: { } year, Month: { } month, Day: { } day })
        {
            return false;
        }

        var time = end < 0 ? "" : text[(end + 1)..].Trim();
        return InstantText.TryParse(
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}{(time.Length > 0 ? "T" : "")}{time}"), zone,
            out at);
    }

    private static bool IsDay(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 12 and <= 31;
}
