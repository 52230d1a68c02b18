using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>Whom a policy is for: a contact, a circle, a facet, or a tag.</summary>
/// <remarks>Equality is by value. Instances are immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(ValueJsonConverter<ContactSelector>))]
public sealed record ContactSelector
{
    private ContactSelector(ContactId? contact, Circle? circle, Facet? facet, string? tag)
    {
        Contact = contact;
        Circle = circle;
        Facet = facet;
        TagName = tag;
    }

    /// <summary>Gets the contact; <see langword="null"/> if it selects by something else.</summary>
    public ContactId? Contact { get; }

    /// <summary>Gets the circle; <see langword="null"/> if it selects by something else.</summary>
    public Circle? Circle { get; }

    /// <summary>Gets the facet; <see langword="null"/> if it selects by something else.</summary>
    public Facet? Facet { get; }

    /// <summary>Gets the tag; <see langword="null"/> if it selects by something else.</summary>
    public string? TagName { get; }

    /// <summary>Selects one contact, also by an alias.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="ArgumentException">The id names nobody.</exception>
    public static ContactSelector One(ContactId contact) =>
        contact == ContactId.None
            ? throw new ArgumentException("The id names nobody; it must name a contact.", nameof(contact))
            : new(contact, null, null, null);

    /// <summary>Selects the contacts of a circle.</summary>
    /// <param name="circle">The circle; told by its name.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="circle"/> is <see langword="null"/>.</exception>
    public static ContactSelector In(Circle circle)
    {
        ArgumentNullException.ThrowIfNull(circle);
        return new(null, circle, null, null);
    }

    /// <summary>Selects the facet asked about; asked about the whole person, those who have the facet.</summary>
    /// <param name="facet">The facet.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facet"/> is <see langword="null"/>.</exception>
    public static ContactSelector As(Facet facet)
    {
        ArgumentNullException.ThrowIfNull(facet);
        return new(null, null, facet, null);
    }

    /// <summary>Selects the contacts with a tag.</summary>
    /// <param name="tag">The tag; compared ordinally.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The tag breaks the rule of tags.</exception>
    public static ContactSelector Tagged(string tag) => new(null, null, null, Numerics.Names.Check(tag));

    /// <summary>Determines whether a contact is selected.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="facet">The facet asked about; <see langword="null"/> for the whole person.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    internal bool Holds(Contact contact, Facet? facet = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Contact is { } id ? contact.Id == id || contact.Aliases.Contains(id)
            : Circle is not null ? contact.Circle is { } circle && circle.Name == Circle.Name
            : Facet is not null ? (facet is null ? contact.Facets.Contains(Facet) : facet == Facet)
            : contact.Tags.Contains(TagName!);
    }

    /// <summary>Returns whom it selects; a contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() =>
        Contact is not null ? "one contact"
        : Circle is not null ? $"circle {Circle.Name}"
        : Facet is not null ? $"facet {Facet.Name}"
        : $"tag {TagName}";
}
