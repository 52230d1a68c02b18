using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>A value that a host keeps with a contact: a text, a number or a date. Cadence policies can read it.</summary>
/// <remarks>
/// <para>The default value is the empty text.</para>
/// <para>Equal values are of one kind and equal in it. Immutable, so it is safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<UserValue>))]
public readonly record struct UserValue
{
    private const int LongestText = 10_000;

    private readonly string? text;

    private UserValue(string? text, double? number, LocalDate? date)
    {
        this.text = text;
        Number = number;
        Date = date;
    }

    /// <summary>Gets the text, or null if it is a number or a date.</summary>
    public string? Text => Number is null && Date is null ? text ?? "" : null;

    /// <summary>Gets the number, or null if it is something else.</summary>
    public double? Number { get; }

    /// <summary>Gets the date in the ISO calendar, or null if it is something else.</summary>
    public LocalDate? Date { get; }

    /// <summary>Returns a text as a value.</summary>
    /// <param name="text">At most 10,000 characters, without unpaired surrogates.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> breaks the rule above.</exception>
    public static UserValue FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestText
            ? new UserValue(Names.CheckPairs(text), null, null)
            : throw new ArgumentException($"The text has {text.Length} characters; it must have at most {LongestText}.", nameof(text));
    }

    /// <summary>Returns a number as a value.</summary>
    /// <param name="number">A finite number.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is NaN or infinite.</exception>
    public static UserValue FromNumber(double number) =>
        double.IsFinite(number)
            ? new UserValue(null, number, null)
            : throw new ArgumentOutOfRangeException(
                nameof(number), $"The number is {number.ToString(CultureInfo.InvariantCulture)}; it must be finite.");

    /// <summary>Returns a date as a value.</summary>
    /// <param name="date">A date from 0001-01-01 to 9999-12-31 in the ISO calendar.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is in another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is out of range.</exception>
    public static UserValue FromDate(LocalDate date)
    {
        _ = PartialDate.FromDate(date);
        return new UserValue(null, null, date);
    }

    /// <summary>Returns the kind of the value, for logs.</summary>
    /// <returns>"a number", "a date" or "a text".</returns>
    public override string ToString() => Number is not null ? "a number" : Date is not null ? "a date" : "a text";

    internal string? DateText => Date is { } date ? LocalDatePattern.Iso.Format(date) : null;
}
