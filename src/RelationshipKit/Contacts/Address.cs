using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Where a contact can be reached: an e-mail address, a telephone number or a handle.</summary>
/// <remarks>
/// <para>
/// What is checked is what would make an address useless, not whether it exists. The value is kept as it was given.
/// </para>
/// <para>
/// Addresses are equal when kind, value and label are, texts ordinally. Instances are immutable and safe to share between threads.
/// </para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Address>))]
public sealed record Address
{
    private const int FewestDigits = 2;

    private Address(AddressKind kind, string value, string? label)
    {
        Kind = kind;
        Value = value;
        Label = label is null ? null : Names.Check(label);
    }

    /// <summary>Gets what sort of address it is.</summary>
    public AddressKind Kind { get; }

    /// <summary>Gets the address itself.</summary>
    public string Value { get; }

    /// <summary>
    /// Gets what tells it from others of its kind, such as "work"; for a handle usually the network; <see langword="null"/> for nothing.
    /// </summary>
    public string? Label { get; }

    /// <summary>Returns an e-mail address.</summary>
    /// <param name="value">
    /// From 3 to 256 characters without white space, control characters and unpaired surrogates, with something on both sides of its last
    /// <c>@</c>.
    /// </param>
    /// <param name="label">
    /// From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends; or <see langword="null"/>.
    /// </param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An argument breaks its rule.</exception>
    public static Address Email(string value, string? label = null)
    {
        Names.Check(value);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsWhiteSpace(value[i]))
            {
                throw new ArgumentException($"The e-mail address has white space at position {i}; it must have none.", nameof(value));
            }
        }

        var at = value.LastIndexOf('@');
        return at > 0 && at < value.Length - 1
            ? new Address(AddressKind.Email, value, label)
            : throw new ArgumentException(
                $"The e-mail address of {value.Length} characters must have something on both sides of an @.", nameof(value));
    }

    /// <summary>Returns a telephone number.</summary>
    /// <param name="value">
    /// From 2 to 256 characters: at least two digits from 0 to 9, a leading <c>+</c> if wanted, the characters <c>* # ( ) . / -</c>,
    /// spaces, and letters for an extension.
    /// </param>
    /// <param name="label">
    /// From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends; or <see langword="null"/>.
    /// </param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An argument breaks its rule.</exception>
    public static Address Phone(string value, string? label = null)
    {
        Names.Check(value);
        var digits = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (char.IsAsciiDigit(character))
            {
                digits++;
            }
            else if (!(character == '+' && i == 0) && !char.IsAsciiLetter(character)
                && !" *#()./-".Contains(character, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"The telephone number has a character at position {i} that no telephone number has.", nameof(value));
            }
        }

        return digits >= FewestDigits
            ? new Address(AddressKind.Phone, value, label)
            : throw new ArgumentException(
                $"The telephone number has {digits} digits; it must have at least {FewestDigits}.", nameof(value));
    }

    /// <summary>Returns a handle: a name on a network or in a messenger.</summary>
    /// <param name="value">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <param name="label">From 1 to 256 characters under the same rule, usually the network; or <see langword="null"/>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An argument breaks its rule.</exception>
    public static Address Handle(string value, string? label = null) => new(AddressKind.Handle, Names.Check(value), label);

    /// <summary>Returns a text without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Kind switch
    {
        AddressKind.Email => "an e-mail address",
        AddressKind.Phone => "a telephone number",
        _ => "a handle",
    };
}
