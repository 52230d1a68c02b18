using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>Names one contact of one owner.</summary>
/// <remarks>
/// <para>The host chooses the text: a database key, a handle, a number. It is compared ordinally.</para>
/// <para>The default value of this type is <see cref="None"/>, which names nobody and is refused wherever a contact is needed.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<ContactId>))]
public readonly record struct ContactId : IComparable<ContactId>, ISpanParsable<ContactId>, ISpanFormattable
{
    private readonly string? value;

    private ContactId(string value) => this.value = value;

    /// <summary>Gets the id that names nobody.</summary>
    public static ContactId None => default;

    /// <summary>Gets the text of the id; empty for <see cref="None"/>.</summary>
    public string Value => value ?? "";

    /// <summary>Returns the id with the given text.</summary>
    /// <param name="value">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>An id whose <see cref="Value"/> is <paramref name="value"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> breaks the rule above.</exception>
    public static ContactId FromValue(string value) => new(Names.Check(value));

    /// <summary>Returns the id with the given text, so that you can pass a text where an id is expected.</summary>
    /// <param name="value">The text, as for <see cref="FromValue"/>.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> breaks the rule of <see cref="FromValue"/>.</exception>
    /// <remarks>
    /// It takes a span, which every string is, so that null is not converted: <c>isKnown ? id : null</c> stays a nullable id.
    /// </remarks>
    public static implicit operator ContactId(ReadOnlySpan<char> value) => FromValue(value.ToString());

    /// <inheritdoc/>
    public static ContactId Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be an id of 1 to 256 characters.");
    }

    /// <inheritdoc/>
    static ContactId ISpanParsable<ContactId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ContactId result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<ContactId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ContactId result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, out ContactId result)
    {
        // The default names nobody and has the empty text.
        result = default;
        return s.IsEmpty || Texts.TryMake(s, FromValue, out result);
    }

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(), destination, out charsWritten);

    /// <summary>Determines whether one id comes before another, ordinally.</summary>
    /// <param name="left">The first id.</param>
    /// <param name="right">The second id.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> comes first.</returns>
    public static bool operator <(ContactId left, ContactId right) => left.CompareTo(right) < 0;

    /// <summary>Determines whether one id comes after another, ordinally.</summary>
    /// <param name="left">The first id.</param>
    /// <param name="right">The second id.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> comes first.</returns>
    public static bool operator >(ContactId left, ContactId right) => left.CompareTo(right) > 0;

    /// <summary>Determines whether one id does not come after another, ordinally.</summary>
    /// <param name="left">The first id.</param>
    /// <param name="right">The second id.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> comes first or both are equal.</returns>
    public static bool operator <=(ContactId left, ContactId right) => left.CompareTo(right) <= 0;

    /// <summary>Determines whether one id does not come before another, ordinally.</summary>
    /// <param name="left">The first id.</param>
    /// <param name="right">The second id.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> comes first or both are equal.</returns>
    public static bool operator >=(ContactId left, ContactId right) => left.CompareTo(right) >= 0;

    /// <summary>Compares two ids ordinally.</summary>
    /// <param name="other">The id to compare with.</param>
    /// <returns>A negative number, zero or a positive number, as usual.</returns>
    public int CompareTo(ContactId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Returns the text of the id.</summary>
    /// <returns>The value of <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
