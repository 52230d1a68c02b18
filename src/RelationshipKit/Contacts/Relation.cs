using System.Text.Json.Serialization;

namespace RelationshipKit.Contacts;

/// <summary>What another contact is to the contact that has the relation.</summary>
/// <remarks>
/// <para>A contact with the relation (<see cref="RelationKind.Parent"/>, Ann) has Ann as a parent. Two people may have several
/// relations.</para>
/// <para>Two are equal when kind and other are. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Relation>))]
public sealed record Relation
{
    /// <summary>Initializes a new instance of the <see cref="Relation"/> class.</summary>
    /// <param name="kind">What the other is.</param>
    /// <param name="other">The other; not <see cref="ContactId.None"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id names nobody.</exception>
    public Relation(RelationKind kind, ContactId other)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind;
        Other = other == ContactId.None
            ? throw new ArgumentException("The id names nobody; it must name a contact.", nameof(other))
            : other;
    }

    /// <summary>Gets what the other is to the contact.</summary>
    public RelationKind Kind { get; }

    /// <summary>Gets the other.</summary>
    public ContactId Other { get; }

    /// <summary>Returns the kind only, which is not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Kind.Name;
}
