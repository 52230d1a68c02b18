using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelationshipKit.Contacts;

/// <summary>What the owner of a network has to give and looks for: everyone has something to offer.</summary>
/// <remarks>Instances are immutable and safe to share between threads. Two are equal if they hold the same in the same order.</remarks>
[JsonConverter(typeof(ValueJsonConverter<OwnerProfile>))]
public sealed record OwnerProfile
{
    /// <summary>Gets the profile of an owner of whom nothing is known.</summary>
    public static OwnerProfile Empty { get; } = new();

    /// <summary>Gets what the owner offers, each once.</summary>
    /// <exception cref="ArgumentException">One is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Contribution> Offers
    {
        get;
        init => field = Check(value, nameof(Offers));
    } = [];

    /// <summary>Gets what the owner needs, each once.</summary>
    /// <exception cref="ArgumentException">One is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Contribution> Needs
    {
        get;
        init => field = Check(value, nameof(Needs));
    } = [];

    /// <summary>
    /// Gets the owner's own e-mail addresses, telephone numbers and names, each once: who in a mailbox or a chat is the owner.
    /// </summary>
    /// <exception cref="ArgumentException">One is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Address> Addresses
    {
        get;
        init => field = Check(value, nameof(Addresses));
    } = [];

    /// <summary>Determines whether another profile holds the same.</summary>
    /// <param name="other">The other profile.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool Equals(OwnerProfile? other) =>
        other is not null
        && Offers.AsSpan().SequenceEqual(other.Offers.AsSpan())
        && Needs.AsSpan().SequenceEqual(other.Needs.AsSpan())
        && Addresses.AsSpan().SequenceEqual(other.Addresses.AsSpan());

    /// <summary>Returns a hash code that agrees with <see cref="Equals(OwnerProfile)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() =>
        HashCode.Combine(Offers.Length, Needs.Length, Addresses.Length, Offers.IsEmpty ? null : Offers[0], Needs.IsEmpty ? null : Needs[0]);

    /// <summary>Returns the numbers of offers and needs.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => FormattableString.Invariant($"{Offers.Length} offers, {Needs.Length} needs");

    private static ImmutableArray<T> Check<T>(ImmutableArray<T> items, string name)
        where T : class
    {
        var checkedItems = items.IsDefault ? [] : items;
        for (var i = 0; i < checkedItems.Length; i++)
        {
            if (checkedItems[i] is null)
            {
                throw new ArgumentException(FormattableString.Invariant($"The item at position {i} is null; it must not be."), name);
            }

            if (checkedItems.IndexOf(checkedItems[i]) < i)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The item at position {i} is there twice; it must be there once."), name);
            }
        }

        return checkedItems;
    }
}
