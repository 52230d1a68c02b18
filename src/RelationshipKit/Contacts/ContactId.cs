using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Names one contact of one owner.</summary>
/// <remarks>
/// <para>The host chooses the text: a database key, a handle, a number. It is compared ordinally.</para>
/// <para>The default value of this type is <see cref="None"/>, which names nobody and is refused wherever somebody is meant.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct ContactId : IComparable<ContactId>
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
