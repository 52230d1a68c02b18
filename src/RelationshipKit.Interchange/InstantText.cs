using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Interchange;

/// <summary>Reads points in time the way files and people write them.</summary>
public static class InstantText
{
    private static readonly OffsetPattern BasicOffset = OffsetPattern.CreateWithInvariantCulture("+HHmm");

    /// <summary>Reads an ISO-8601 date and time with or without an offset, or a date.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>With <c>Z</c> or an offset (<c>+01:00</c>, <c>+0100</c>, <c>+01</c>), the text gives the instant itself.</item>
    /// <item>Without one it is local time in <paramref name="zone"/>. A time that a clock change leaves out is moved forward by the length
    /// of the gap. A time that happens twice means the earlier one.</item>
    /// <item>A date alone means the start of that day in <paramref name="zone"/>; a day that the zone left out means the start of the
    /// next.</item>
    /// </list>
    /// Between date and time stands a <c>T</c> or one space. Minutes, seconds and fractions to nine digits may be left out from the end.
    /// The instant is floored to whole microseconds, as touchpoints are.
    /// </remarks>
    /// <param name="text">The text, such as <c>2026-03-02T09:00:00Z</c> or <c>2026-03-02</c>.</param>
    /// <param name="zone">The owner's time zone.</param>
    /// <param name="instant">The instant, from 0001-01-02T00:00:00Z to the end of 9999-12-30 in UTC, if the text names one.</param>
    /// <returns><see langword="true"/> if the text names an instant in that range.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public static bool TryParse(string? text, DateTimeZone zone, out Instant instant)
    {
        ArgumentNullException.ThrowIfNull(zone);
        instant = default;
        if (TryPlain(text, out instant))
        {
            return true;
        }

        if (string.IsNullOrEmpty(text) || !TryResolve(text, zone, out var exact) || !SupportedSpan.Contains(exact))
        {
            return false;
        }

        instant = SupportedSpan.Floor(exact);
        return true;
    }

    /// <summary>Reads 2026-03-02T09:00:00Z, which most programs write, if it lies in the range.</summary>
    internal static bool TryPlain(ReadOnlySpan<char> text, out Instant instant)
    {
        instant = default;
        if (text.Length != 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ') || text[13] != ':' || text[16] != ':'
            || text[19] != 'Z'
            || !TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..10], out var day)
            || !TryNumber(text[11..13], out var hour) || !TryNumber(text[14..16], out var minute)
                || !TryNumber(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59
                || second > 59)
        {
            return false;
        }

        instant = Instant.FromUnixTimeTicks(new DateTime(year, month, day, hour, minute, second).Ticks - DateTime.UnixEpoch.Ticks);
        return SupportedSpan.Contains(instant);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return true;
    }

    private static bool TryResolve(string text, DateTimeZone zone, out Instant instant)
    {
        instant = default;
        if (text.Length > 10 && text[10] == ' ')
        {
            text = $"{text.AsSpan(0, 10)}T{text.AsSpan(11)}";
        }

        var separator = text.IndexOf('T', StringComparison.Ordinal);
        if (separator < 0)
        {
            if (LocalDatePattern.Iso.Parse(text) is not { Success: true } date || !SupportedSpan.Contains(date.Value))
            {
                return false;
            }

            // A zone that moved over the date line has a day that never was.
            var midnight = zone.MapLocal(date.Value.AtMidnight());
            instant = midnight.Count > 0 ? midnight.First().ToInstant() : midnight.LateInterval.Start;
            return true;
        }

        var sign = text.AsSpan(separator).IndexOfAny('+', '-', 'Z');
        var localText = sign < 0 ? text : text[..(separator + sign)];
        if (LocalDateTimePattern.VariablePrecisionIso.Parse(localText) is not { Success: true } local
            || !SupportedSpan.Contains(local.Value.Date))
        {
            return false;
        }

        if (sign < 0)
        {
            instant = zone.AtLeniently(local.Value).ToInstant();
            return true;
        }

        var offsetText = text[(separator + sign)..];
        if (OffsetPattern.GeneralInvariantWithZ.Parse(offsetText).TryGetValue(Offset.Zero, out var offset)
            || BasicOffset.Parse(offsetText).TryGetValue(Offset.Zero, out offset))
        {
            instant = local.Value.WithOffset(offset).ToInstant();
            return true;
        }

        return false;
    }
}
