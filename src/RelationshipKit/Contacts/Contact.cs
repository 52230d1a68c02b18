using System.Collections.Immutable;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Somebody the owner wants to keep in touch with.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record Contact
{
    /// <summary>Initializes a new instance of the <see cref="Contact"/> class.</summary>
    /// <param name="id">The id; not <see cref="ContactId.None"/>.</param>
    /// <param name="name">The name; 1 to 256 characters.</param>
    /// <exception cref="ArgumentException">The id names nobody, or the name is too short or too long.</exception>
    public Contact(ContactId id, string name)
    {
        Id = id == ContactId.None ? throw new ArgumentException("The id names nobody; it must name a contact.", nameof(id)) : id;
        Name = Names.Check(name);
    }

    /// <summary>Gets the id.</summary>
    public ContactId Id { get; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the circle; <see langword="null"/> for none.</summary>
    public Circle? Circle { get; init; }

    /// <summary>Gets other ids of the same person.</summary>
    public ImmutableArray<ContactId> Aliases { get; init; } = [];

    /// <summary>Returns a text without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => "a contact";
}
