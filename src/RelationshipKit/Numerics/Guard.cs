using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>Argument checks whose messages state the value and the allowed range, in invariant culture.</summary>
/// <remarks>Ranges are written as <c>!(x &gt;= a &amp;&amp; x &lt;= b)</c>, so that NaN is refused everywhere.</remarks>
internal static class Guard
{
    public static void InRange(double value, double min, double max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= min && value <= max))
        {
            ThrowOutOfRange(name, value, $"must be from {Text(min)} to {Text(max)}");
        }
    }

    public static void InRange(int value, int min, int max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < min || value > max)
        {
            ThrowOutOfRange(
                name, value, $"must be from {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    public static void Positive(double value, double max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value <= max))
        {
            ThrowOutOfRange(name, value, $"must be more than 0 and at most {Text(max)}");
        }
    }

    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            ThrowOutOfRange(name, value, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");
        }

        return value;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    [DoesNotReturn]
    private static void ThrowOutOfRange(string? name, object value, string rule) =>
        throw new ArgumentOutOfRangeException(
            name, value, string.Create(CultureInfo.InvariantCulture, $"The value is {value}; it {rule}."));
}
