using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>
/// How a tie stands at its present pace: 1 - e^-x, where x is the contacts of full weight to expect in 30 days if that pace went on. It is
/// no forecast.
/// </summary>
/// <remarks>
/// <para>From 0 (nothing is left) to 1, both included; 1 is reached only by rounding. One meeting in person this moment gives 0.5.</para>
/// <para>Equality and ordering are those of the number, with no tolerance. The default value of this type is <see cref="None"/>.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Strength>))]
public readonly record struct Strength : IComparable<Strength>, ISpanParsable<Strength>, ISpanFormattable
{
    private Strength(double value) => Value = value;

    /// <summary>Gets the strength of a tie of which nothing is left: 0.</summary>
    public static Strength None => default;

    /// <summary>Gets the strength as a number in [0, 1].</summary>
    public double Value { get; }

    /// <summary>Returns the strength with the given value.</summary>
    /// <param name="value">A number in [0, 1].</param>
    /// <returns>A strength whose <see cref="Value"/> is <paramref name="value"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or lies outside [0, 1].</exception>
    public static Strength FromValue(double value)
    {
        Guard.InRange(value, 0, 1);
        return new Strength(value);
    }

    /// <inheritdoc/>
    public static Strength Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be a number from 0 to 1.");
    }

    /// <inheritdoc/>
    static Strength ISpanParsable<Strength>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Strength result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<Strength>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Strength result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, out Strength result)
    {
        var isNumber = double.TryParse(s, NumberStyles.Float, provider ?? CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= 1;
        result = isNumber ? new Strength(value) : default;
        return isNumber;
    }

    /// <summary>Determines whether one strength is less than another.</summary>
    /// <param name="left">The first strength.</param>
    /// <param name="right">The second strength.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> is the weaker one.</returns>
    public static bool operator <(Strength left, Strength right) => left.Value < right.Value;

    /// <summary>Determines whether one strength is greater than another.</summary>
    /// <param name="left">The first strength.</param>
    /// <param name="right">The second strength.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> is the stronger one.</returns>
    public static bool operator >(Strength left, Strength right) => left.Value > right.Value;

    /// <summary>Determines whether one strength is at most another.</summary>
    /// <param name="left">The first strength.</param>
    /// <param name="right">The second strength.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> is not the stronger one.</returns>
    public static bool operator <=(Strength left, Strength right) => left.Value <= right.Value;

    /// <summary>Determines whether one strength is at least another.</summary>
    /// <param name="left">The first strength.</param>
    /// <param name="right">The second strength.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> is not the weaker one.</returns>
    public static bool operator >=(Strength left, Strength right) => left.Value >= right.Value;

    /// <summary>Compares two strengths by their numbers.</summary>
    /// <param name="other">The strength to compare with.</param>
    /// <returns>A negative number, zero or a positive number, as usual.</returns>
    public int CompareTo(Strength other) => Value.CompareTo(other.Value);

    /// <summary>Returns the value in the invariant culture, to three decimals.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Returns the value in a format of numbers, such as P0 for whole per cent.</summary>
    /// <param name="format">A format of <see cref="double"/>; null or empty for three decimals.</param>
    /// <param name="formatProvider">The culture; null for the invariant one.</param>
    /// <returns>The text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider = null) =>
        Value.ToString(string.IsNullOrEmpty(format) ? "0.000" : format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, format.IsEmpty ? "0.000" : format, provider ?? CultureInfo.InvariantCulture);
}
