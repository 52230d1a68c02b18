using System.Text.Json;
using RelationshipKit.Time;

namespace RelationshipKit.Serialization;

/// <summary>Reads instants as the kit writes them, such as 2026-03-02T09:00:00Z or 2026-03-02T09:00:00.25Z, from their bytes.</summary>
internal static class Utf8Instants
{
    private const int WholeSeconds = 19; // 2026-03-02T09:00:00

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>
    /// Reads the text that the reader stands at as microseconds since 1970; false for any other form, and outside the supported time.
    /// </summary>
    public static bool TryRead(ref Utf8JsonReader reader, out long micros)
    {
        micros = 0;
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.ValueSpan is not [.., (byte)'Z'] text
            || text.Length <= WholeSeconds)
        {
            return false;
        }

        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day)
            || !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute)
                || !TryDigits(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59
                || second > 59
            || !TryFraction(text[WholeSeconds..^1], out var fraction))
        {
            return false;
        }

        var days = new DateOnly(year, month, day).DayNumber - Epoch;
        micros = (days * SupportedTime.MicrosPerDay) + ((((((hour * 60) + minute) * 60) + second) * 1_000_000L) + fraction);
        return micros >= SupportedTime.FirstMicros && micros <= SupportedTime.LastMicros;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out int micros)
    {
        micros = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is < 2 or > 7 || !TryDigits(text[1..], out micros))
        {
            return false;
        }

        for (var places = text.Length - 1; places < 6; places++)
        {
            micros *= 10;
        }

        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
